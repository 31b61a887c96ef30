"""Fields: what Word computes and shows between the marks of its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from contract_lint.reviews.docx.names import DELETED, FIELD_MARK, PARAGRAPH, RUN, WORD, Element, width


class Field(Struct):
    """The runs of one field from its first mark to its last, and those of them that show its result."""

    runs: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    shows: bool = False  # the mark between code and result was met


class Fields:
    """The fields that begin and end within one paragraph, by the runs that show their results."""

    def __init__(self, paragraph: Element) -> None:
        self.showing: dict[Element, Field] = {}
        self.runs = list(_runs(paragraph))
        waiting: list[Field] = []
        for run in self.runs:
            mark = next((child.get(WORD + "fldCharType") for child in run.iterchildren(FIELD_MARK)), None)
            if mark == "begin" and not waiting:
                waiting.append(Field())
            elif mark == "begin":
                waiting.append(waiting[0])  # a field inside a field goes along with it
            for one in waiting[:1]:
                _take(one, run, mark, len(waiting))
            if mark == "end" and waiting:
                done = waiting.pop()
                if not waiting:
                    self.showing |= {shown: done for shown in done.result}

    def whole(self, runs: Iterable[Element]) -> list[Element]:
        """The runs in their order, with all runs of the fields of which they are the whole result."""
        found = list(runs)
        given = set(found)
        for one in {id(one): one for run in found if (one := self.showing.get(run))}.values():
            if given.issuperset(one.result):
                found += [run for run in one.runs if run not in given]
        given = set(found)
        return [run for run in self.runs if run in given]


def _take(one: Field, run: Element, mark: str | None, depth: int) -> None:
    """Let the run be part of the field."""
    if mark == "separate" and depth == 1:
        one.shows = True
    one.runs.append(run)
    if one.shows and any(map(width, run)) and run.getparent().tag != DELETED:
        one.result.append(run)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of the paragraph itself, without those of its text boxes."""
    for run in paragraph.iter(RUN):
        if next(run.iterancestors(PARAGRAPH)) is paragraph:
            yield run
