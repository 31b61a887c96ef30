"""The manual as a page for man, and in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contract_lint.cli.language import VARIABLE, say
from contract_lint.version import __version__

if TYPE_CHECKING:
    from contract_lint.cli.manual import Entry, Told

_SHARED = "Options of several commands"
_CODE = re.compile(r"`([^`]+)`")
# What the program reads from its environment, beside what other programs read there too.
ENVIRONMENT = {
    VARIABLE: "The language of the commands, nl or en; else the locale decides.",
    "CONTRACT_LINT_CACHE": "The folder for what may be deleted at any time; else that of XDG_CACHE_HOME.",
    "CONTRACT_LINT_DEBUG": "1 does as --debug.",
    "NO_COLOR, FORCE_COLOR": "No colour, or colour also where no terminal is.",
    "SOURCE_DATE_EPOCH": "The date of today, in seconds since 1970, for a run that must give the same again.",
}
FILES = {
    ".contract-lint.toml, pyproject.toml": "Settings: the nearest above a contract holds for it.",
    "contract-lint-accepted.json": "The register of accepted deviations, beside the settings.",
}


def man(entries: Sequence[Entry], shared: Sequence[Told]) -> str:
    """The page in troff's man macros; `shared` are the options of several commands."""
    program, *commands = entries
    title, *about = program.paragraphs
    lines = [
        f'.TH CONTRACT-LINT 1 "" "contract-lint {__version__}"',
        ".nh\n.ad l",  # options are not broken, words not spread
        f".SH {_caps('Name')}",
        rf"contract\-lint \- {_troff(title.rstrip('.'))}",
        f".SH {_caps('Usage')}",
        _bold(program.name) + " " + _troff(program.arguments),
        f".SH {_caps('About')}",
        *_man_paragraphs(about),
        f".SH {_caps('Options')}",
        *_man_list(program.options),
        f".SH {_caps('Commands')}",
    ]
    for entry in commands:
        lines += [f".SS {_troff(f'{entry.name} {entry.arguments}')}", *_man_paragraphs(entry.paragraphs)]
        lines += _man_list(entry.options)
        lines += [f".PP\n{_troff(_also(entry))}"] if entry.shared else []
    lines += [f".SH {_caps(_SHARED)}", *_man_list(shared)]
    for heading, told in _around():
        lines += [f".SH {_caps(heading)}", *_man_list(told)]
    return "\n".join(lines) + "\n"


def _around() -> Iterator[tuple[str, list[Told]]]:
    """What is around all commands, by heading."""
    for heading, told in (("Environment", ENVIRONMENT), ("Files", FILES)):
        yield heading, [(name, say(text)) for name, text in told.items()]


def _also(entry: Entry) -> str:
    """Which of the options of several commands it has."""
    names = (re.findall(r"--[a-z-]+", option)[0] for option, _ in entry.shared)
    return f"{say('Also:')} {', '.join(f'`{name}`' for name in names)}."


def _caps(heading: str) -> str:
    return say(heading).upper()


def _man_paragraphs(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield ".PP"
        if "\n" in paragraph:
            yield f".nf\n{_troff(paragraph)}\n.fi"
        else:
            yield _troff(paragraph)


def _man_list(entries: Sequence[Told]) -> Iterator[str]:
    for name, told in entries:
        yield f".TP\n{_bold(name)}\n{_troff(told)}"


def _bold(text: str) -> str:
    return rf"\fB{_troff(text)}\fR"


def _troff(text: str) -> str:
    """A text whose backslashes, hyphens and first characters mean nothing to troff."""
    plain = text.replace("\\", "\\e").replace("-", r"\-")
    shown = _CODE.sub(lambda code: rf"\fB{code[1]}\fR", plain)
    return re.sub(r"(?m)^(?=[.'])", r"\\&", shown)


def markdown(entries: Sequence[Entry], shared: Sequence[Told]) -> str:
    """The page in Markdown; `shared` are the options of several commands."""
    program, *commands = entries
    parts = [f"# contract-lint\n\n{_md_paragraphs(program.paragraphs)}"]
    parts.append("\n".join(f"- [`{entry.name}`](#{entry.name.replace(' ', '-')})" for entry in commands))
    parts += [_md_entry(entry) for entry in entries]
    parts.append(f"## {say(_SHARED)}\n\n{_md_list(shared)}")
    parts += [f"## {say(heading)}\n\n{_md_list(told)}" for heading, told in _around()]
    return "\n\n".join(parts) + "\n"


def _md_entry(entry: Entry) -> str:
    about = _md_paragraphs(entry.paragraphs) if " " in entry.name else ""
    usage = f"```\n{entry.name} {entry.arguments}\n```"
    also = _also(entry) if entry.shared else ""
    return "\n\n".join(filter(None, (f"## {entry.name}", usage, about, _md_list(entry.options), also)))


def _md_paragraphs(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(_md_block(told) if "\n" in told else _md(told) for told in paragraphs)


def _md_block(paragraph: str) -> str:
    """Lines to type, behind the line that opens them."""
    opening, _, rest = paragraph.partition("\n")
    if not rest.startswith("  "):
        return f"```console\n{paragraph}\n```"
    commands = "\n".join(line.removeprefix("  ") for line in rest.split("\n"))
    return f"{opening}\n\n```console\n{commands}\n```"


def _md_list(entries: Sequence[Told]) -> str:
    return "\n".join(f"- `{name}`: {_md(told)}" for name, told in entries)


def _md(text: str) -> str:
    """A text in which only code is marked."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(part if at % 2 else re.sub(r"([\\*_<>])", r"\\\1", part) for at, part in enumerate(parts))


RENDERERS = {"man": man, "markdown": markdown}
