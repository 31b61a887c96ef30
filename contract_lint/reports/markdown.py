"""The report as GitHub's Markdown: the verdict, a table of documents, then every finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_lint.model import Effect, Report, Rewrite, Severity, Standing
from contract_lint.reports import stale
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.lines import Line, Mark
from contract_lint.reports.notes import assumed, totals
from contract_lint.reports.places import gap, where
from contract_lint.reports.printable import clean
from contract_lint.reports.redline import redline
from contract_lint.reports.text import caveats
from contract_lint.reports.view import MARK, PLAIN, View
from contract_lint.reports.words import common_words, words_for

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@])")
_AROUND = {Mark.DELETED: ("~~", "~~"), Mark.INSERTED: ("**", "**")}


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """The whole report."""
    words = common_words(reports, view.language)
    parts = [MARK, *head(reports, view), table(reports, words)]
    for report in reports:
        parts += _document(report, view)
    return "\n\n".join([*parts, f"*{words['nothing says']}*"]) + "\n"


def escape(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", clean(text))


def head(reports: Sequence[Report], view: View) -> Iterator[str]:
    """The title, the verdict, and what was not read."""
    words = common_words(reports, view.language)
    yield "# contract-lint"
    yield f"**{escape(totals(reports, view.language))}**"
    unread = [
        f"- {escape(path)}: {escape(gap(one, words))}" for report in reports for path, one in gaps(report)
    ]
    if unread:
        yield f"⚠ **{words['no verdict']}**"
        yield "\n".join(unread)


def table(reports: Sequence[Report], words: dict[str, str]) -> str:
    """A row for each document: what was found by severity, and what was not read."""
    names = [words[name] for name in ("document", "errors", "warnings", "notes", "unread")]
    rows = [f"| {' | '.join(names)} |", "| --- | --: | --: | --: | --: |"]
    for report in reports:
        found = [finding.severity for finding in report.findings]
        counts = [found.count(level) for level in sorted(Severity, reverse=True)]
        told = (escape(report.path), *counts, len(list(gaps(report))))
        rows.append(f"| {' | '.join(map(str, told))} |")
    return "\n".join(rows)


def _document(report: Report, view: View) -> Iterator[str]:
    yield f"## {escape(report.path)}"
    yield from (escape(line) for line in assumed(report, view.language))
    words = words_for(report, view.language)
    for entry in entries(report):
        yield finding(entry, words)
    if report.accepted:
        yield f"{words['accepted']}:"
        yield "\n".join(_accepted(entry, words) for entry in accepted(report))
    if report.stale:
        yield f"{words['stale']}:"
        yield "\n".join(f"- {escape(line)}" for line in stale.lines(report, view.language))
    if report.muted:
        yield f"{words['muted']}:"
        yield "\n".join(f"- `{muted.rule}`: {escape(muted.reason)}" for muted in report.muted)


def _accepted(entry: Entry, words: dict[str, str]) -> str:
    at = where(entry, words)
    place = f" ({escape(at)})" if at else ""
    because = escape(entry.acceptance.because) if entry.acceptance else ""
    return f"- `{entry.finding.rule}`{place}: {because}"


def finding(entry: Entry, words: dict[str, str], level: str = "###") -> str:
    """One finding as a section; what is kept or gone beside an older draft in two lines."""
    told = entry.finding
    at = where(entry, words)
    place = f" ({escape(at)})" if at else ""
    standing = f"{words[entry.standing.value]}, " if entry.standing else ""
    title = f"{level} {standing}{told.severity}: {escape(told.title)}{place}"
    if entry.standing in (Standing.KEPT, Standing.REMOVED):
        return f"{title}\n\n{escape(told.message)}"
    quote = [f"> “{escape(entry.quote)}”"] if entry.quote else []
    return "\n\n".join([title, escape(told.message), *quote, "\n".join(_items(entry, words))])


def _items(entry: Entry, words: dict[str, str]) -> Iterator[str]:
    told = entry.finding
    yield f"- {words['why']}: {escape(told.why)}"
    law = "; ".join(_cited(basis.cite, basis.url) for basis in told.basis)
    if law:
        yield f"- {words['law']}: {law}"
    for further in told.also:
        yield f"- {words['also']}: “{escape(entry.contract.document.quote(further.span))}”"
    if told.lowered:
        yield f"- {words['note']}: {escape(told.lowered)}"
    if told.rewrite:
        yield from _instead(told.rewrite, entry, words)
    yield f"- `{told.rule}`"


def _cited(cite: str, url: str) -> str:
    return f"[{escape(cite)}]({url})" if url else escape(cite)


def _instead(rewrite: Rewrite, entry: Entry, words: dict[str, str]) -> Iterator[str]:
    label = words["advice" if rewrite.effect is Effect.ADVICE else "instead"]
    lines = redline(entry.contract.document, rewrite.edits, color=True)
    for line in [_marked(line) for line in lines] or [f"**{escape(rewrite.text)}**"]:
        yield f"- {label}: {line}"
    yield from (f"- {words['note']}: {words[caveat]}" for caveat in caveats(rewrite))


def _marked(line: Line) -> str:
    """A redline: deleted words struck through, inserted ones strong."""
    told = []
    for text, mark in line:
        inner = text.strip()
        before, after = _AROUND.get(mark, ("", ""))
        marked = f"{before}{escape(inner)}{after}" if inner else ""
        told.append(text.replace(inner, "\0", 1).replace("\0", marked) if inner else text)
    return "".join(told)
