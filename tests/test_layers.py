"""Imports point one way, and a library stays in the room whose trade it is."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "contract_lint"
ROOMS = (
    "cli", "documents", "clauses", "facts", "findings", "rewrites", "reports", "results", "reviews",
    "settings", "translations", "workers",
)  # fmt: skip

# Library -> the rooms that may import it.
TRADES = {
    "click": {"cli"},
    "docx": {"documents"},
    "jinja2": {"reports"},
    "lark": {"facts", "findings"},
    "lxml": {"documents", "reviews"},
    "msgspec": {"findings", "results", "settings"},
    "pdfplumber": {"documents"},
    "pypdf": {"reviews"},
    "pypdfium2": {"documents", "reviews"},
    "yaml": {"findings"},
}
# What values are made of, in every room.
VALUES = {"msgspec.Struct", "msgspec.field", "msgspec.structs.asdict", "msgspec.structs.replace"}

CALENDAR = PACKAGE / "cli" / "today.py"  # an acceptance may end on a date
MODULES = sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The full names of all that a module imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names} - VALUES
            found |= {node.module, *names} if names else set()
    return found


def test_the_import_contracts_hold():
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter is not installed"
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_library_stays_in_its_room(path):
    libraries = {module.split(".")[0] for module in imported(path)}
    strangers = libraries - set(sys.stdlib_module_names) - {"contract_lint"}
    assert strangers <= TRADES.keys(), "a new library needs a line in TRADES"
    assert [library for library in sorted(strangers) if room(path) not in TRADES[library]] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_prints(path):
    if room(path) == "cli":
        return
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    calls = [node.func for node in nodes if isinstance(node, ast.Call)]
    assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}
    assert not {"stdout", "stderr"} & {node.attr for node in nodes if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nobody_reads_the_clock_or_the_network(path):
    if path == CALENDAR:
        return
    assert not imported(path) & {"time", "datetime", "random", "socket", "urllib.request", "http", "ssl"}


def test_the_rooms_exist():
    assert {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()} >= set(ROOMS)
