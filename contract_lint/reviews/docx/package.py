"""The parts of a Word file: read, changed, added, and written again with every other byte as it was."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from contract_lint.reviews.docx.names import Element
from contract_lint.reviews.result import Unreviewable

_TYPES_PART = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "{http://purl.oclc.org/ooxml/"
# As the reader of Word files parses: characters must be counted alike.
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)
Date = tuple[int, int, int, int, int, int]


class Package:
    """An open Word file that was read before; `main` is the name of the document's own part."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._names = {entry.filename.lower(): entry.filename for entry in self._archive.infolist()}
        self._roots: dict[str, Element] = {}  # of the parts that were opened, by name
        self._changed: set[str] = set()
        found = [target for kind, target in self._links("") if kind == "officeDocument"]
        self.main = found[0] if found else "word/document.xml"

    @property
    def strict(self) -> bool:
        """Whether this is the strict kind of file, which names everything otherwise."""
        return bool(self.root(self.main).tag.startswith(_STRICT))

    @property
    def signed(self) -> bool:
        """Whether the file carries a digital signature, which no change survives."""
        return any(name.startswith("_xmlsignatures/") for name in self._names)

    def holds(self, name: str) -> bool:
        """Whether the file has a part of this name."""
        return name.lower() in self._names

    def root(self, name: str) -> Element:
        """The root of a part, the same element every time."""
        stored = self._names[name.lower()]
        if stored not in self._roots:
            try:
                self._roots[stored] = etree.fromstring(self._archive.read(stored), _PARSER)
            except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
                raise Unreviewable(
                    f"it has a damaged part {stored}; open it in Word and save it again"
                ) from fault
        return self._roots[stored]

    def change(self, name: str) -> Element:
        """The root of a part that is about to be changed."""
        self._changed.add(self._names[name.lower()])
        return self.root(name)

    def related(self, kind: str) -> str | None:
        """The name of the part that the document links to as this kind, if it is there."""
        found = (target for linked, target in self._links(self.main) if linked == kind)
        return next((target for target in found if target.lower() in self._names), None)

    def add(self, kind: str, content_type: str, root: Element) -> str:
        """Put a new part beside the document and link to it; gives its name."""
        folder = posixpath.dirname(self.main)
        name = self._unused(posixpath.join(folder, f"{kind}.xml"))
        self._names[name.lower()] = name
        self._roots[name] = root
        self._changed.add(name)
        override = etree.SubElement(self.change(_TYPES_PART), _TYPES + "Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        self._link(kind, posixpath.relpath(name, folder or "."))
        return name

    def write(self, date: Date) -> bytes:
        """The whole file; `date` stands on every part, so that equal input gives equal bytes."""
        stored = [entry.filename for entry in self._archive.infolist()]
        names = [*dict.fromkeys(stored), *sorted(self._changed - set(stored))]
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                entry = zipfile.ZipInfo(name, date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, self._content(name))
        return file.getvalue()

    def _content(self, name: str) -> bytes:
        if name not in self._changed:
            return self._archive.read(name)
        return bytes(
            etree.tostring(self._roots[name], encoding="UTF-8", xml_declaration=True, standalone=True)
        )

    def _links(self, source: str) -> list[tuple[str, str]]:
        """The (kind, part) pairs that a part links to inside the file."""
        name = _links_of(source)
        if name.lower() not in self._names:
            return []
        links = []
        for link in self.root(name):
            if link.get("TargetMode") != "External":
                target = unquote(link.get("Target", "")).replace("\\", "/")
                whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
                links.append((posixpath.basename(link.get("Type", "")), whole.lstrip("/")))
        return links

    def _link(self, kind: str, target: str) -> None:
        name = _links_of(self.main)
        if name.lower() not in self._names:
            self._names[name.lower()] = name
            self._roots[name] = etree.Element(_LINKS + "Relationships", nsmap={None: _LINKS[1:-1]})
        root = self.change(name)
        taken = {link.get("Id") for link in root}
        number = next(count for count in range(1, len(taken) + 2) if f"rIdReview{count}" not in taken)
        link = etree.SubElement(root, _LINKS + "Relationship")
        link.set("Id", f"rIdReview{number}")
        link.set("Type", _OFFICE + kind)
        link.set("Target", target)

    def _unused(self, name: str) -> str:
        stem = name.removesuffix(".xml")
        tried = (name if not count else f"{stem}{count}.xml" for count in range(len(self._names) + 1))
        return next(one for one in tried if one.lower() not in self._names)


def _links_of(source: str) -> str:
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")
