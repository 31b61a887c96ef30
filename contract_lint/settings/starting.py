"""Files to start from: settings, a hook, a CI job."""

from __future__ import annotations

from pathlib import Path

from contract_lint.model import Fault
from contract_lint.settings.places import OWN

_START = Path(__file__).with_name("start")
# What can be written, and where it belongs.
STARTS = {
    "settings": (OWN, "contract-lint.toml"),
    "hook": (".pre-commit-config.yaml", "pre-commit-config.yaml"),
    "github": (".github/workflows/contract-lint.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml"),
}


def start(what: str) -> tuple[str, str]:
    """The path below a repository's top, and the text to begin with."""
    path, template = STARTS[what]
    return path, (_START / template).read_text("utf-8")


def write_starts(wanted: tuple[str, ...], folder: Path) -> tuple[Path, ...]:
    """Write the files, all or none. Raises `Fault` when one is there already: nothing is overwritten."""
    texts = {folder / path: text for path, text in map(start, wanted)}
    there = [path for path in texts if path.exists()]
    if there:
        raise Fault("is there already; move it away, or add to it by hand", str(there[0]))
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tuple(texts)
