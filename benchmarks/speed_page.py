"""SPEED.md, made of the figures that `speed.py` kept and the words of speed.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any, NamedTuple

START, BARE = "`python -c pass`", "its text alone"
VERSION = "`--version`"
COLD, CACHED = "`check`", "`check`, from the cache"
COLDEST, WHEEL = "`check`, with an empty cache folder", "`check`, the same from a wheel"
JOBS = {1: "`check --jobs 1`", 2: "`check --jobs 2`"}
SHORT, LONGS = "short.docx", ("long-en.md", "long-en.docx", "long-en.pdf", "long-nl.docx")
FOLDERS = ("many", "prose")
GROUPS = ("start", SHORT, *LONGS, *FOLDERS)
Figures = Mapping[str, Any]
Group = Sequence[Mapping[str, Any]]


class Yardstick(NamedTuple):
    """What is wanted, and what was reached."""

    said: str
    wanted: str
    reached: str
    verdict: str


def render(figures: Figures, words: Figures) -> str:
    """The page."""
    busy = figures["about"]["load"] >= figures["about"]["cores"] / 2
    told = [words["opening"], words["about"].format(**figures["about"]), *([words["busy"]] if busy else [])]
    parts = [*map(str.strip, told), _yardsticks(figures, words), *groups(figures, words)]
    return "\n\n".join([*parts, _marks(figures["marks"], words["marks"])]) + "\n"


def least(group: Group, name: str) -> float | None:
    """The least seconds of a row, where there are any."""
    return next((min(row["seconds"]) for row in group if row["name"] == name and row["seconds"]), None)


def _yardsticks(figures: Figures, words: Figures) -> str:
    told = [*_text(figures, words), *_jobs(figures, words), *_cache(figures, words), *_public(figures, words)]
    lines = [f"| {' | '.join(yardstick)} |" for yardstick in told]
    return "\n".join(["## Yardsticks", "", "| | wanted | reached | |", "|---|---:|---:|---|", *lines])


def _text(figures: Figures, words: Figures) -> Iterator[Yardstick]:
    """A check beside the text alone and the start of the interpreter, which both have in them."""
    asked = words["yardsticks"]["text"]
    for name in LONGS:
        group = figures["groups"].get(name, ())
        check, bare = least(group, COLD), least(group, BARE)
        if check and bare:
            said = asked["said"].format(title=_title(name, figures, words))
            yield _at_most(said, asked["most"], check / bare)


def _jobs(figures: Figures, words: Figures) -> Iterator[Yardstick]:
    asked, group = words["yardsticks"]["jobs"], figures["groups"].get("many", ())
    one, two = least(group, JOBS[1]), least(group, JOBS[2])
    if one and two:
        said = asked["said"].format(**figures["about"])
        verdict = "met" if one / two >= asked["least"] else "not"
        yield Yardstick(said, f"{asked['least']:.1f}", f"{one / two:.2f}", verdict)


def _cache(figures: Figures, words: Figures) -> Iterator[Yardstick]:
    asked, group = words["yardsticks"]["cache"], figures["groups"].get("many", ())
    cached, version = least(group, CACHED), least(group, VERSION)
    if cached and version:
        wanted = asked["starts"] * version + asked["a_file"] * figures["about"]["files"]
        yield _at_most(asked["said"].format(**asked, **figures["about"]), 1.0, cached / wanted)


def _public(figures: Figures, words: Figures) -> Iterator[Yardstick]:
    """Our check beside the fastest public tool, and the names of all that are faster."""
    asked = words["yardsticks"]["public"]["said"]
    for name, group in figures["groups"].items():
        public = {row["name"]: min(row["seconds"]) for row in _public_rows(group)}
        ours = [taken for row in (COLD, *JOBS.values()) if (taken := least(group, row))]
        if ours and public:
            faster = [_short(tool) for tool, taken in public.items() if taken < min(ours)]
            said = asked.format(title=_title(name, figures, words))
            yardstick = _at_most(said, 1.0, min(ours) / min(public.values()))
            yield yardstick._replace(verdict=f"not: {', '.join(faster)}" if faster else "met")


def _public_rows(group: Group) -> list[Mapping[str, Any]]:
    return [row for row in group if row["kind"] == "public" and row["seconds"]]


def _short(tool: str) -> str:
    """Its name and version, without what is said about it."""
    return " ".join(tool.split()[:2]).rstrip(",")


def _at_most(said: str, most: float, reached: float) -> Yardstick:
    return Yardstick(said, f"{most:.1f}", f"{reached:.2f}", "met" if reached <= most else "not")


def _title(name: str, figures: Figures, words: Figures) -> str:
    return words["groups"][name].format(**figures["about"])


def groups(figures: Figures, words: Figures) -> Iterator[str]:
    """A table for every group."""
    head = "| | least s | median s | to the start | to the text | MB |\n|---|---:|---:|---:|---:|---:|"
    for name, group in figures["groups"].items():
        title = _title(name, figures, words)
        rows = [_row(row, least(group, START), least(group, BARE)) for row in group]
        yield "\n".join([f"## {title[0].upper()}{title[1:]}", "", head, *rows])


def _row(row: Mapping[str, Any], *floors: float | None) -> str:
    if not row["seconds"]:
        return f"| {row['name']} | not run: {row['fault'].replace('|', '/')} | | | | |"
    best = min(row["seconds"])
    ratios = [f"{best / floor:.1f}" if floor else "" for floor in floors]
    cells = [_seconds(best), _seconds(median(row["seconds"])), *ratios, f"{row['megabytes']:.0f}"]
    return f"| {' | '.join([row['name'], *cells])} |"


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}"


def _marks(marks: Figures, words: Figures) -> str:
    """What each tool marks, of the unfair clauses and of the others."""
    kinds = [(name, at) for name in words["languages"].values() for at in ("unfair", "ordinary")]
    lines = [f"| | {' | '.join(f'{name}, {kind}' for name, kind in kinds)} |", "|---|" + "---:|" * len(kinds)]
    tools = {words["clauses"]: marks["clauses"], **marks["tools"]}
    for name, counted in tools.items():
        counts = [str(count) for language in words["languages"] for count in counted.get(language, "--")]
        lines.append(f"| {' | '.join([name, *counts])} |")
    return "\n".join([f"## {words['title']}", "", words["about"].strip(), "", *lines])
