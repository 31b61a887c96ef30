"""The parts of a Word file, opened without trusting any size, name or link in it."""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from contract_lint.documents.docx.tags import DOCUMENT, Element
from contract_lint.documents.limits import MB, Limits
from contract_lint.model import Unreadable

_SAVE = "open it in Word and save it as 'Word Document (.docx)'"
# The strict kind of file differs from the usual one in the names of its namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL_NAME = rb"http://schemas.openxmlformats.org/\1/2006/"
_HEAD = 4096
# What zipfile and its decompressors raise on hostile bytes.
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    OSError, EOFError, ValueError, RuntimeError, OverflowError, IndexError, KeyError,
)  # fmt: skip
# Entities stay unresolved, nothing is fetched, and libxml2's own limits on depth and text nodes hold.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)


class Package:
    """An open Word file; `main` is the root of the document itself.

    What it raises begins with a verb: the caller puts the name of the file before it.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if not data:
            raise Unreadable("is empty; save the document again")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _ZIP_FAULTS:
            raise Unreadable(f"is not a Word document (.docx) or is cut short; {_SAVE}") from None
        # The names of parts do not tell capitals apart.
        self._entries = {entry.filename.lower(): entry for entry in self._archive.infolist()}
        _refuse_bombs(list(self._entries.values()), len(data), limits)
        names = [name for kind, name in self._links("") if kind == "officeDocument"]
        self._main_name = names[0] if names else "word/document.xml"
        self.main = self._main_root()
        self._related = self._links(self._main_name)

    def has_macros(self) -> bool:
        """Whether it holds programs, as a .docm does; they are never looked at."""
        return any(kind == "vbaProject" for kind, _ in self._related)

    def related(self, kind: str) -> list[str]:
        """The names of the parts that the document links to as this kind ("styles", "header")."""
        return list(dict.fromkeys(name for linked, name in self._related if linked == kind))

    def root(self, name: str) -> Element:
        """The root of one part; `Unreadable` where it is missing or damaged."""
        if name.lower() not in self._entries:
            raise Unreadable(f"lacks its part {name}; {_SAVE} again")
        try:
            root = etree.fromstring(_usual(self._bytes(name)), _PARSER, base_url=name)
        except etree.XMLSyntaxError as fault:
            raise Unreadable(_why(name, fault)) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"declares entities in {name}, as no Word document does; {_SAVE} again")
        return root

    def _bytes(self, name: str) -> bytes:
        entry = self._entries[name.lower()]
        try:
            with self._archive.open(entry) as stream:
                # One more than declared: read() without a size would unpack whatever the part really holds.
                return stream.read(entry.file_size + 1)
        except _ZIP_FAULTS as fault:
            raise Unreadable(f"has a damaged part {name} ({_short(fault)}); {_SAVE} again") from None

    def _main_root(self) -> Element:
        if self._main_name.lower() not in self._entries:
            raise Unreadable(f"is a zip file without a Word document in it; {_SAVE}")
        root = self.root(self._main_name)
        if root.tag != DOCUMENT:
            raise Unreadable(f"is an Office file but not a Word document; {_SAVE}")
        return root

    def _links(self, source: str) -> list[tuple[str, str]]:
        """The (kind, part) pairs that a part links to; links out of the file are never followed."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name.lower() not in self._entries:
            return []
        links = []
        for link in self.root(name):
            if link.get("TargetMode") != "External":
                target = posixpath.join("/", folder, unquote(link.get("Target", "")).replace("\\", "/"))
                kind = posixpath.basename(link.get("Type", ""))
                links.append((kind, posixpath.normpath(target).lstrip("/")))
        return links


def _refuse_bombs(entries: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    """Judge by the declared sizes; reading never goes beyond them."""
    total = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    bomb = total > limits.ratio_matters and total / max(packed, 1) > limits.ratio
    if total > limits.unpacked or largest > limits.part or bomb:
        raise Unreadable(
            f"would unpack to {total // MB} MB, which no contract needs; "
            "take out large embedded files and save it again"
        )


def _usual(part: bytes) -> bytes:
    """A part with the usual names of namespaces."""
    return _STRICT_NAME.sub(_USUAL_NAME, part) if _STRICT in part[:_HEAD] else part


def _why(name: str, fault: etree.XMLSyntaxError) -> str:
    """Why a part cannot be parsed: it goes beyond what the parser allows, or it is damaged."""
    told = _short(fault)
    if "text node" in told.lower():
        return f"holds more than 10 MB of text in one piece in {name}, which no contract needs; split it"
    if "depth" in told.lower():
        return f"is nested deeper in {name} than Word allows; {_SAVE} again"
    return f"has a damaged part {name} ({told}); {_SAVE} again"


def _short(fault: Exception) -> str:
    told = getattr(fault, "msg", None) or str(fault) or type(fault).__name__
    return str(told).splitlines()[0][:120]
