"""Reading plain text, in which a paragraph may be wrapped over lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contract_lint.documents import markdown
from contract_lint.documents.assembly import Assembly
from contract_lint.documents.remarks import Parted
from contract_lint.documents.text_decoding import decode, note_lost, split_lines
from contract_lint.documents.text_hyphens import Hyphens
from contract_lint.documents.text_wrapping import Wrapping
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Place


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a text file; a paragraph that is wrapped over lines becomes one block."""
    text = decode(source if isinstance(source, bytes) else source.read_bytes())
    parted = Parted(text, brackets=True, quoted=True)
    lines = split_lines(parted.text)
    if markdown.is_evident(lines):
        return parted.placed(markdown.Reader(name, "text").read(parted.text))
    return parted.placed(_read(name, parted.text, lines))


def _read(name: str, text: str, lines: Sequence[str]) -> Document:
    wrapping, hyphens = Wrapping(lines), Hyphens(lines)
    assembly = Assembly(name, "text")
    note_lost(text, assembly)
    open_line = ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if open_line and wrapping.joins(number - 1):
            if not hyphens.closes(open_line, line):
                assembly.space(Place(line=number, column=1))
        else:
            assembly.paragraph()
        following = wrapping.following(number - 1)
        kept = line.rstrip()
        if following is not None and hyphens.drops(kept, lines[following]):
            kept = kept[:-1]
        assembly.add(kept, Place(line=number, column=1))
        open_line = line.rstrip()
    return assembly.document()
