"""What a report tells about the pages of a PDF: what was not read, and what was read in another way."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from statistics import fmean

from contract_lint.documents.assembly import Assembly
from contract_lint.documents.pdf.hanging import NOT_OPENED
from contract_lint.documents.pdf.ligatures import UNKNOWN
from contract_lint.documents.pdf.lines import Line
from contract_lint.documents.pdf.mending import texts
from contract_lint.documents.pdf.scans import is_scan
from contract_lint.documents.pdf.sheets import Recognition, Sheet

_TORN = re.compile(rf"(?<!\w)\w*(?:(?<=\w){UNKNOWN}|{UNKNOWN}(?=\w))[\w{UNKNOWN}]*")
_SHOWN = 3  # words
_MOST_DOUBTFUL = 0.02  # of the words of a page; clean scans have 0.003, illegible small print 0.05
_SCANNED = "a picture without text, such as a scan"
_GARBLED = "letters without a meaning (the fonts lack Unicode)"


def tell(
    assembly: Assembly, pages: Sequence[tuple[Sheet, Sequence[Line]]], ligatures: Mapping[str, int]
) -> None:
    """Note what was not read and what OCR read; each page comes with its lines that are not in its margin."""
    faults = [(page.number, reason) for page, left in pages for reason in _faults(page, left)]
    for first, last, reason in _runs(faults):
        assembly.unread(_named(first, last), reason, page=first)
    if not faults and not any(page.flow or page.aside or page.filled for page, _ in pages):
        assembly.unread("the document", "it holds no text")
    if ligatures:
        told = ", ".join(f'"{letters}" ({times} times)' for letters, times in sorted(ligatures.items()))
        assembly.note(f"letters that the fonts give no Unicode value were read by the words around: {told}")
    read = [(page.number, page.recognition) for page, _ in pages if page.recognition]
    for first, last, _ in _runs((number, "") for number, _ in read):
        assembly.note(f"{_named(first, last)}: {_read([one for at, one in read if first <= at <= last])}")


def _read(pages: Sequence[Recognition]) -> str:
    """How sure OCR is of pages that follow each other."""
    sure = [page.confidence for page in pages if page.words]
    if not sure:
        return "pictures in which OCR finds no words"
    if len(sure) == 1:
        return f"read by OCR, confidence {sure[0]:.0f}%"
    return f"read by OCR, confidence {fmean(sure):.0f}%, at least {min(sure):.0f}%"


def _faults(page: Sheet, left: Sequence[Line]) -> Iterator[str]:
    for name in page.attached:
        yield f'carries the attachment "{name}"; {NOT_OPENED}'
    if page.fault:
        yield page.fault
    elif page.recognition is not None:
        doubtful, words = page.recognition.doubtful, page.recognition.words
        if doubtful > _MOST_DOUBTFUL * words:
            yield f"OCR doubts {doubtful} of its {words} words; scan it again, larger or sharper"
    elif is_scan(page, left):
        yield f"{_GARBLED if page.garbled else _SCANNED}; {page.unrecognised or 'read it with --ocr'}"
    torn = Counter(word for text in texts(page) if UNKNOWN in text for word in _TORN.findall(text))
    if torn:
        shown = ", ".join(f'"{word.replace(UNKNOWN, "?")}"' for word in list(torn)[:_SHOWN])
        yield f"letters without a Unicode value in {torn.total()} of its words, such as {shown}"


def _runs(pages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Pages that follow each other with the same told of them: first, last, and what."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, told in pages:
        numbers[told].append(number)
    for told, found in numbers.items():
        for _, run in groupby(enumerate(found), key=lambda pair: pair[1] - pair[0]):
            same = [number for _, number in run]
            yield same[0], same[-1], told


def _named(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"
