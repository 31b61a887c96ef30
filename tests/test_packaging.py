"""The wheel holds all it needs: built, installed in a bare environment, run from an empty folder."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from contract_lint import __version__

ROOT = Path(__file__).parent.parent
TERMS = """# Voorwaarden

1. De klant kan het abonnement uitsluitend per aangetekende brief opzeggen.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built without the network by the backend that is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def bare(wheel, tmp_path_factory) -> Path:
    """The `contract-lint` of a fresh environment: the wheel alone, its libraries borrowed from here."""
    home = tmp_path_factory.mktemp("bare")
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    place = next(home.glob("lib*/**/site-packages"))
    install = [
        "pip",
        "--python",
        str(scripts / "python"),
        "install",
        "--no-deps",
        "--no-index",
        "-q",
        str(wheel),
    ]
    done = subprocess.run([sys.executable, "-m", *install], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    # A .pth file inside a folder that is itself named by one is not read: the editable install stays out.
    here = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (place / "borrowed.pth").write_text("\n".join(here))
    return scripts / "contract-lint"


def run(bare: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env = {**kept, "CONTRACT_LINT_CACHE": str(folder / "cache")}
    return subprocess.run([bare, *args], cwd=folder, env=env, capture_output=True, encoding="utf-8")


def test_the_wheel_holds_the_data_and_nothing_of_the_workshop(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("grammars", "rulesets"):
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        packed = {name.removeprefix("contract_lint/_data/") for name in names}
        assert shipped, folder
        assert shipped <= packed
    assert "contract_lint/reports/report.schema.json" in names
    assert "contract_lint/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "examples/"))]


def test_it_is_that_wheel_that_runs(bare, tmp_path):
    told = "import contract_lint; print(contract_lint.__file__)"
    done = subprocess.run(
        [bare.with_name("python"), "-c", told], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout.startswith(str(bare.parent.parent))


def test_the_version(bare, tmp_path):
    assert run(bare, tmp_path, "--version").stdout == f"contract-lint, version {__version__}\n"


def test_the_rules(bare, tmp_path):
    done = run(bare, tmp_path, "rules", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_the_main_job(bare, tmp_path):
    (tmp_path / "terms.md").write_text(TERMS, "utf-8")
    asked = ("--format", "json", "--output", "html=report.html", "--audience", "consumer")
    done = run(bare, tmp_path, "check", *asked, "terms.md")
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "report.html").read_text("utf-8").rstrip().endswith("</html>")
    found = json.loads(done.stdout)["documents"][0]["findings"]
    assert "cancellation-form" in {finding["family"] for finding in found}


@pytest.mark.parametrize("text", [TERMS, "# Terms\n\n1. You may cancel only by registered letter.\n"])
def test_its_first_run_compiles_nothing(bare, tmp_path, text):
    (tmp_path / "terms.md").write_text(text, "utf-8")
    assert run(bare, tmp_path, "check", "--no-cache", "terms.md").returncode == 1
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(("place", "opening"), [("man1", "NAME"), ("nl/man1", "NAAM")])
def test_man_finds_the_manual(bare, place, opening):
    page = bare.parent.parent / "share" / "man" / place / "contract-lint.1"
    assert f".SH {opening}" in page.read_text("utf-8")
    if shutil.which("groff"):
        shown = ["groff", "-man", "-ww", "-Tutf8", "-k", str(page)]
        done = subprocess.run(shown, capture_output=True, encoding="utf-8")
        assert (done.returncode, done.stderr) == (0, "")
        assert "contract-lint check" in done.stdout
