"""Public tools that read contracts or prose, each in an environment of its own outside the project.

They are installed by `speed.py --install`, run as a user would for whom speed matters, and asked for nothing
that needs the network. `PEERS` says how; what their findings mean is theirs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from contracts import FORMATS, PROSE
from processes import Row, environment

_SEMGREP = (
    *("scan", "--metrics=off", "--disable-version-check", "--quiet", "--json"),
    *("--config", str(Path(__file__).with_name("semgrep.yaml"))),
)
_TEXTLINT = (
    *("--no-textlintrc", "--rules-base-directory", "{environment}/node_modules"),
    *("--rule", "write-good", "--rule", "alex", "--format", "json"),
)
_LINE = re.compile(r"^\s+(\d+)\s+(?:error|warn)", re.MULTILINE)
_PLACE = re.compile(r"^[^:\n]+:(\d+):\d+: ", re.MULTILINE)


class Peer(NamedTuple):
    """A tool: what is installed, which files it reads, and with which arguments.

    "{file}" is one file, "{files}" are all of a folder and "{folder}" is that; "{scratch}" is an empty
    folder, "{environment}" where the tool is installed. `lines` are those that its output marks in a text,
    where it tells any place. `ends` are the exit codes of a run that went well, with findings or without.
    """

    name: str
    packages: tuple[str, ...]
    program: str
    reads: tuple[str, ...]
    one: tuple[str, ...]
    all: tuple[str, ...]
    lines: Callable[[str, str], set[int]] | None = None
    ends: tuple[int, ...] = (0, 1)
    about: str = ""
    refuses: str = ""  # why it is not run on a folder

    @property
    def key(self) -> str:
        """The name of its folder: without version."""
        return self.name.split()[0]

    @property
    def title(self) -> str:
        """What it is called in tables."""
        return self.name + self.about

    def install(self, folder: Path) -> None:
        """Install it in a new environment.

        Raises:
            CalledProcessError: pip or npm did not manage.
        """
        home = folder / self.key
        home.mkdir(parents=True, exist_ok=True)
        if "node_modules" in self.program:
            commands = [["npm", "install", "--prefix", str(home), "--no-fund", "--no-audit", *self.packages]]
        else:
            pip = [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
            commands = [[sys.executable, "-m", "venv", str(home)], [*pip, *self.packages]]
        for command in commands:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def installed(self, folder: Path) -> bool:
        """Whether it can be run."""
        return (folder / self.key / self.program).exists()

    def on(self, folder: Path, documents: Path | Sequence[Path]) -> Row:
        """Its row for one file, or for files that are all that stands in their folder."""
        row = Row(self.title, "public", self._command(folder, documents), ends=self.ends)
        if not isinstance(documents, Path):
            row.fault = self.refuses
        if not self.installed(folder):
            row.fault = "not installed"
        return row

    def _command(self, folder: Path, documents: Path | Sequence[Path]) -> list[str]:
        command, given = [str(folder / self.key / self.program)], self.one
        slots = {"file": documents, "environment": folder / self.key}
        if not isinstance(documents, Path):
            given, slots["folder"] = self.all, documents[0].parent
        for part in given:
            if part == "{files}":
                command += map(str, documents)
            else:
                command.append(part.format(**slots, scratch="{scratch}"))
        return command

    def marked(self, folder: Path, file: Path) -> set[int] | None:
        """The numbers of the lines that it marks in one text, if it runs and tells any."""
        if not self.lines or not self.installed(folder):
            return None
        with TemporaryDirectory() as home:
            env, command = environment(home), self._command(folder, file)
            done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8")
            ran = done.returncode in self.ends
            return self.lines(done.stdout, file.read_text("utf-8")) if ran else None


def lines_in(report: list[Any], *way: str) -> set[int]:
    """The numbers at the end of a way through objects and lists of objects, where there are any."""
    for name in way:
        steps = [one[name] for one in report if one]
        report = [one for step in steps for one in (step if isinstance(step, list) else [step])]
    return {line for line in report if line}


def _quoted(excerpts: list[str], text: str) -> set[int]:
    """The numbers of the lines that excerpts, with the signs of what is left out, hold or are taken from."""
    words = [excerpt.strip("\N{HORIZONTAL ELLIPSIS} ") for excerpt in excerpts if excerpt]
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line]
    return {number for number, line in lines if any(line in quoted or quoted in line for quoted in words)}


PEERS = (
    Peer(
        "contract-lint 0.2.6",
        ("contract-lint[docx,pdf]==0.2.6",),
        "bin/contract-lint",
        FORMATS,
        ("lint", "--json", "{file}"),
        ("lint", "--json", "{files}"),
        lambda told, _: lines_in([json.loads(told)], "findings", "line"),
        about=" (another tool of that name)",
    ),
    Peer(
        "redline-buddy 0.2.0",
        ("redline-buddy==0.2.0",),
        "bin/redline",
        FORMATS,
        ("review", "--playbook", "tos-user", "--format", "json", "{file}"),
        ("review", "--playbook", "tos-user", "--format", "json", "{folder}"),
        lambda told, text: _quoted([one["excerpt"] for one in json.loads(told)["findings"]], text),
    ),
    Peer(
        "hermes-legal-advisor 2.9.0",
        ("hermes-legal-advisor[pdf,docx]==2.9.0",),
        "bin/hermes-legal",
        FORMATS,
        ("analyze", "--provider", "offline", "--no-cache", "--no-save", "--format", "json", "{file}"),
        ("batch", "--no-browser", "--reports-dir", "{scratch}/reports", "{folder}"),
        about=", offline",
    ),
    Peer(
        "rulestamp-dora-ict-contract-clause-lint 1.0.8",
        ("rulestamp-dora-ict-contract-clause-lint==1.0.8",),
        "bin/dora-ict-contract-clause-lint",
        PROSE,
        ("{file}",),
        (),
        lambda told, _: {int(line) for line in _LINE.findall(told)},
        refuses="more than a file at a time needs a paid licence",
    ),
    Peer(
        "semgrep 1.182.0",
        ("semgrep==1.182.0",),
        "bin/semgrep",
        PROSE,
        (*_SEMGREP, "{file}"),
        (*_SEMGREP, "{folder}"),
        lambda told, _: lines_in([json.loads(told)], "results", "start", "line"),
        about=", eight regular expressions of ours",
    ),
    Peer(
        "proselint 0.16.0",
        ("proselint==0.16.0",),
        "bin/proselint",
        PROSE,
        ("check", "{file}"),
        ("check", "{files}"),
        lambda told, _: {int(line) for line in _PLACE.findall(told)},
    ),
    Peer(
        "textlint 15.8",
        ("textlint@15.8", "textlint-rule-write-good@2", "textlint-rule-alex@5"),
        "node_modules/.bin/textlint",
        PROSE,
        (*_TEXTLINT, "{file}"),
        (*_TEXTLINT, "{files}"),
        lambda told, _: lines_in(json.loads(told), "messages", "line"),
        about=", write-good and alex",
    ),
)


def install(folder: Path) -> None:
    """Install all of them; those that cannot be are told, and go without."""
    for peer in PEERS:
        print(f"installing {peer.name} ...", file=sys.stderr)
        try:
            peer.install(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{peer.name}: {error}", file=sys.stderr)


def marked_by_peers(folder: Path, file: Path) -> Iterator[tuple[str, set[int]]]:
    """The lines that each tool marks in one text, of those that run and tell lines."""
    for peer in PEERS:
        if (lines := peer.marked(folder, file)) is not None:
            yield peer.title, lines
