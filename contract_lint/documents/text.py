"""Reading plain text, in which a paragraph may be wrapped over lines."""

from __future__ import annotations

from pathlib import Path

from contract_lint.documents import markdown
from contract_lint.documents.assembly import Assembly
from contract_lint.documents.text_decoding import decode, note_lost, split_lines
from contract_lint.documents.text_hyphens import Hyphens
from contract_lint.documents.text_wrapping import Wrapping
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Place


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a text file; a paragraph that is wrapped over lines becomes one block."""
    text = decode(source if isinstance(source, bytes) else source.read_bytes())
    lines = split_lines(text)
    if markdown.is_evident(lines):
        return markdown.Reader(name, "text").read(text)
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
