"""The place of a comment: at its words, or as near to them as Word shows comments."""

from __future__ import annotations

from contract_lint.reviews.docx.allowed import is_commentable
from contract_lint.reviews.docx.names import BODY, ID, PARAGRAPH, RUN, WORD, Element, width
from contract_lint.reviews.docx.package import Package
from contract_lint.reviews.docx.places import Unplaced

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


class Anchors:
    """Finds the runs in the document's own text at which a comment can stand."""

    def __init__(self, package: Package) -> None:
        self._body = package.root(package.main).find(BODY)
        self._note_parts = {package.related(kind): tag for kind, tag in _NOTES.items()}
        self._main = package.main

    def nearest(self, run: Element, part: str) -> tuple[Element, str]:
        """A run at which Word shows a comment; and "box", "note" or "margin" if the words stand there."""
        if part == self._main:
            if is_commentable(run):
                return run, ""
            outside = [one for one in run.iterancestors(RUN) if is_commentable(one)]
            return (outside[-1] if outside else self.first()), "box"
        if part in self._note_parts:
            return self._reference(run, self._note_parts[part]), "note"
        return self.first(), "margin"

    def first(self) -> Element:
        """The first run with words of the document."""
        for run in self._body.iter(RUN):
            if any(map(width, run)) and is_commentable(run):
                return run
        raise Unplaced("the document has no text of its own to put the comment at")

    def _reference(self, run: Element, tag: str) -> Element:
        """The run in the text that refers to the note which holds a run."""
        note = next(run.iterancestors(WORD + tag))
        for reference in self._body.iter(f"{WORD}{tag}Reference"):
            above = next(reference.iterancestors(PARAGRAPH))
            if reference.get(ID) == note.get(ID) and above is not None:
                return next(reference.iterancestors(RUN))
        return self.first()
