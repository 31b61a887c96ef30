"""The hook, the action and the pipeline: what a team pastes into its repository really runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from contract_lint.settings.starting import STARTS, start

ROOT = Path(__file__).parent.parent
UNFAIR = """Artikel 1 Duur
1.1 De overeenkomst wordt telkens stilzwijgend verlengd met een jaar.
1.2 De klant kan de overeenkomst alleen per aangetekende brief opzeggen.
"""
FAIR = "Artikel 1 Duur\n1.1 De klant kan de overeenkomst op elk moment opzeggen, per brief of per e-mail.\n"


def git(*args: str, cwd: Path) -> None:
    named = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *named, *args], cwd=cwd, check=True, capture_output=True)


def shell(script: str, cwd: Path, **env: str) -> subprocess.CompletedProcess:
    """Run the shell lines of a job, with the program that is tested first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=cwd,
        env={**os.environ, "PATH": path, **env},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "terms.md").write_text(UNFAIR)
    git("init", "-q", cwd=tmp_path)
    return tmp_path


@pytest.mark.parametrize("what", sorted(STARTS))
def test_what_init_writes_can_be_read(what):
    path, text = start(what)
    if path.endswith((".yml", ".yaml")):
        assert isinstance(yaml.safe_load(text), dict)


def test_the_steps_of_the_action_write_every_report_and_fail_by_threshold(repository):
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    check = next(step["run"] for step in steps if step.get("id") == "check")
    given = {"PATHS": "contracts", "FAIL_ON": "warning", "ARGS": "", "REPORTS": "report"}
    files = {"GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output"}
    done = shell(check, repository, **given, **files)
    assert done.returncode == 1, done.stderr
    assert "::error file=contracts/terms.md" in done.stdout
    assert sorted(path.name for path in (repository / "report").iterdir()) == [
        "index.html",
        "junit.xml",
        "results.json",
        "results.sarif",
    ]
    assert (repository / "output").read_text() == "exit-code=1\n"
    assert "terms.md" in (repository / "summary.md").read_text()
    assert shell(check, repository, **{**given, "FAIL_ON": "none"}, **files).returncode == 0


def test_the_steps_of_the_gitlab_pipeline_write_what_gitlab_reads(repository):
    job = yaml.safe_load(start("gitlab")[1])["contract-lint"]
    done = shell("\n".join(line for line in job["script"] if "pip install" not in line), repository)
    assert done.returncode == 1, done.stderr
    for path in job["artifacts"]["reports"].values():
        assert (repository / path).stat().st_size


def test_the_steps_of_the_github_workflow_run(repository):
    steps = yaml.safe_load(start("github")[1])["jobs"]["check"]["steps"]
    script = next(step["run"] for step in steps if step.get("name") == "Check")
    done = shell(script, repository, GITHUB_STEP_SUMMARY="summary.md")
    assert done.returncode == 1, done.stderr
    assert (repository / "contract-lint-report" / "results.sarif").is_file()


@pytest.fixture
def installing(tmp_path_factory):
    """Runs the lines that install, with a `python` that tells what it was asked for."""
    folder = tmp_path_factory.mktemp("bin")
    python = folder / "python"
    python.write_text("#!/bin/sh\nprintf '<%s>' \"$@\"\n")
    python.chmod(0o755)

    def run(script: str, **env: str) -> str:
        told = {**os.environ, **env, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        return subprocess.run(["bash", "-e", "-c", script], env=told, capture_output=True, text=True).stdout

    return run


FROM_GIT = "contract-fairness-lint @ git+https://host/team/contract-lint@v0.1.0"


def test_the_github_workflow_installs_from_one_place(installing):
    workflow = yaml.safe_load(start("github")[1])
    script = next(step["run"] for step in workflow["jobs"]["check"]["steps"] if step.get("name") == "Install")
    assert installing(script, **workflow["env"]).endswith("<--quiet><contract-fairness-lint>")
    assert installing(script, CONTRACT_LINT=FROM_GIT).endswith(f"<--quiet><{FROM_GIT}>")
    assert start("github")[1].count("CONTRACT_LINT:") == 1


def test_the_gitlab_pipeline_installs_from_one_place(installing):
    job = yaml.safe_load(start("gitlab")[1])["contract-lint"]
    script = next(line for line in job["script"] if "pip install" in line)
    assert installing(script, **job["variables"]).endswith("<--quiet><contract-fairness-lint>")
    assert installing(script, CONTRACT_LINT=FROM_GIT).endswith(f"<--quiet><{FROM_GIT}>")


def test_the_action_installs_itself_or_what_it_is_told(installing):
    steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
    script = next(step["run"] for step in steps if step.get("name") == "Install")
    assert installing(script, ACTION="/the action", PACKAGE="").endswith(
        "<--disable-pip-version-check></the action>"
    )
    assert installing(script, ACTION="/the action", PACKAGE=FROM_GIT).endswith(f"<{FROM_GIT}>")


def test_the_hook_can_say_where_it_comes_from():
    """The line that its comment tells makes a hook that pre-commit installs by itself."""
    text = start("hook")[1]
    line = "additional_dependencies: [contract-fairness-lint]"
    assert f"`{line}`" in text and "`language: python`" in text
    changed = text.replace("        language: system\n", f"        language: python\n        {line}\n")
    hook = yaml.safe_load(changed)["repos"][0]["hooks"][0]
    assert (hook["language"], hook["additional_dependencies"]) == ("python", ["contract-fairness-lint"])


def test_git_diff_shows_the_text_of_contracts(repository):
    shutil.copy(ROOT / "examples" / "sportschool.docx", repository / "terms.docx")
    (repository / ".gitattributes").write_text("*.docx diff=contract\n")
    git("config", "diff.contract.textconv", f"{sys.executable} -m contract_lint extract", cwd=repository)
    git("add", "-A", cwd=repository)
    git("commit", "-qm", "first", cwd=repository)
    shutil.copy(ROOT / "examples" / "hosting.docx", repository / "terms.docx")
    shown = subprocess.run(["git", "diff"], cwd=repository, capture_output=True, text=True).stdout
    assert re.search(r"^\+4\.3", shown, re.MULTILINE)


HOOKS = shutil.which("pre-commit", path=str(Path(sys.executable).parent))


@pytest.mark.skipif(not HOOKS, reason="pre-commit is not installed")
def test_the_hook_runs_from_the_projects_own_checkout(repository, tmp_path_factory):
    """pre-commit clones the project, installs it into an environment of its own, and runs it."""
    project = tmp_path_factory.mktemp("project")
    kept = [
        "contract_lint",
        "grammars",
        "rulesets",
        "hatch_build.py",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ]
    for name in kept:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    git("init", "-q", cwd=project)
    git("add", "-A", cwd=project)
    git("commit", "-qm", "the project", cwd=project)
    (repository / "~$terms.docx").write_text("a lock file of Word")
    shutil.copy(ROOT / "examples" / "sportschool.docx", repository / "gym.docx")
    git("add", "-A", cwd=repository)
    home = str(tmp_path_factory.mktemp("home"))
    command = f"pre-commit try-repo {project} contract-lint --all-files --verbose"
    done = shell(command, repository, PRE_COMMIT_HOME=home)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "contracts/terms.md:2" in done.stdout
    assert "gym.docx" in done.stdout
    assert "~$terms.docx" not in done.stdout
    (repository / "contracts" / "terms.md").write_text(FAIR)
    (repository / "gym.docx").unlink()
    git("add", "-A", cwd=repository)
    done = shell(command, repository, PRE_COMMIT_HOME=home)
    assert done.returncode == 0, done.stdout + done.stderr
