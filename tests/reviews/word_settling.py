"""Accepting and rejecting tracked changes as the standard tells it, without any code of the program.

A Word file becomes a list of paragraphs for each part; a paragraph is its properties and a list of atoms: one
for each character or other child of a run, with the formatting and the elements around the run.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
REVIEWER = "contract-lint"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": "",
}  # fmt: skip
_TRACKED = {W + name for name in ("ins", "del", "moveFrom", "moveTo")}
_COMMENT_MARKS = {W + "commentRangeStart", W + "commentRangeEnd"}


class Atom(NamedTuple):
    """A character (or the XML of what is no text), its formatting, and what stands around its run."""

    what: str
    look: str
    around: tuple[str, ...]


class Paragraph(NamedTuple):
    look: str
    atoms: tuple[Atom, ...]

    @property
    def text(self) -> str:
        """What Word shows when the changes of others are accepted."""
        return "".join(
            atom.what
            for atom in self.atoms
            if not atom.what.startswith("<")
            and not any(one.startswith((W + "del", W + "moveFrom")) for one in atom.around)
        )


def stories(data: bytes, accept: bool) -> dict[str, list[Paragraph]]:
    """The paragraphs of every part after accepting or rejecting all changes of the reviewer."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        roots = {name: ElementTree.fromstring(archive.read(name)) for name in names}
    told = ("document", "header", "footer", "footnotes", "endnotes")
    return {
        name: _paragraphs(_settled(root, accept))
        for name, root in roots.items()
        if name.removeprefix("word/").startswith(told)
    }


def accepted(data: bytes) -> list[str]:
    """The texts of the paragraphs of the body with the changes accepted."""
    return [one.text for one in stories(data, accept=True)["word/document.xml"]]


def _is_ours(element: ElementTree.Element) -> bool:
    return element.get(W + "author") == REVIEWER


def _settled(element: ElementTree.Element, accept: bool) -> ElementTree.Element:
    new = ElementTree.Element(element.tag, element.attrib)
    new.text = element.text
    for child in element:
        kept = _kept(child, accept)
        new.extend(kept)
    _join_paragraphs(new)
    return new


def _kept(child: ElementTree.Element, accept: bool) -> list[ElementTree.Element]:
    """What remains of a child: nothing, itself, or what is in it."""
    if child.tag in _COMMENT_MARKS or (
        child.tag == W + "r" and child.find(W + "commentReference") is not None
    ):
        return []
    if child.tag == W + "ins" and _is_ours(child) and len(child) + bool(child.text):
        return list(_settled(child, accept)) if accept else []
    if child.tag == W + "del" and _is_ours(child):
        return [] if accept else [_restored(one) for one in _settled(child, accept)]
    if child.tag == W + "pPr":
        return [_settled_properties(child, accept)]
    return [_settled(child, accept)]


def _settled_properties(properties: ElementTree.Element, accept: bool) -> ElementTree.Element:
    """Paragraph properties; a mark that the reviewer inserted is plain, or noted as gone."""
    new = _settled(properties, accept)
    look = properties.find(W + "rPr")
    mark = None if look is None else look.find(W + "ins")
    if mark is not None and _is_ours(mark):
        own = new.find(W + "rPr")
        for one in own.findall(W + "ins"):
            own.remove(one)
        if not len(own):
            new.remove(own)
        if not accept:
            new.set("gone", "yes")
    change = new.find(W + "pPrChange")
    if change is not None and _is_ours(change):
        new.remove(change)
        if not accept:
            kept = [one for one in new if one.tag in (W + "rPr", W + "sectPr")]
            new[:] = [*change.find(W + "pPr"), *kept]
    return new


def _restored(run: ElementTree.Element) -> ElementTree.Element:
    for child in run:
        child.tag = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}.get(child.tag, child.tag)
    return run


def _join_paragraphs(parent: ElementTree.Element) -> None:
    """A paragraph whose mark is gone runs on into the next, which has the properties of both."""
    children = list(parent)
    for at in range(len(children)):
        properties = children[at].find(W + "pPr") if children[at].tag == W + "p" else None
        if properties is not None and properties.get("gone"):
            following = children[at + 1]
            assert following.tag == W + "p", "a paragraph can only run on into a paragraph"
            content = [one for one in children[at] if one.tag != W + "pPr"]
            first = 1 if following.find(W + "pPr") is not None else 0
            for offset, one in enumerate(content):
                following.insert(first + offset, one)
            parent.remove(children[at])


def _paragraphs(root: ElementTree.Element) -> list[Paragraph]:
    found = []
    for paragraph in _outside_fallbacks(root):
        properties = paragraph.find(W + "pPr")
        look = "" if properties is None else "".join(_xml(one) for one in properties)
        found.append(Paragraph(look, tuple(_atoms(paragraph, ()))))
    return found


def _outside_fallbacks(element: ElementTree.Element):
    for child in element:
        if child.tag == FALLBACK:
            continue
        if child.tag == W + "p":
            yield child
        yield from _outside_fallbacks(child)


def _atoms(parent: ElementTree.Element, around: tuple[str, ...]):
    for child in parent:
        if child.tag == W + "r":
            yield from _run_atoms(child, around)
        elif child.tag != W + "pPr":
            told = {name: given for name, given in child.attrib.items() if name != W + "id"}
            inner = (*around, f"{child.tag}{sorted(told.items())}")
            found = list(_atoms(child, inner))
            if not found and child.tag not in _TRACKED:  # a change of nothing is nothing
                found = [Atom(f"<{child.tag}>", "", inner)]
            yield from found


def _run_atoms(run: ElementTree.Element, around: tuple[str, ...]):
    look = run.find(W + "rPr")
    shown = "" if look is None else _xml(look)
    for child in run:
        name = child.tag.removeprefix(W)
        if child.tag == W + "rPr":
            continue
        if name in ("t", "delText"):
            yield from (Atom(char, shown, around) for char in child.text or "")
        elif name in _SIGNS:
            yield Atom(_SIGNS[name] or f"<{name}>", shown, around)
        elif list(child.iter(W + "txbxContent")):
            yield Atom("<box>", shown, around)  # its paragraphs are told by themselves
        else:
            yield Atom(_xml(child), shown, around)


def _xml(element: ElementTree.Element) -> str:
    """An element as text, without the numbers that tell tracked changes apart and how long texts are kept."""
    copy = ElementTree.fromstring(ElementTree.tostring(element))
    for one in copy.iter():
        one.tail = None
        if one.tag in (W + "rPrChange", W + "pPrChange", W + "ins", W + "del"):
            one.attrib.pop(W + "id", None)
        if one.tag in (W + "t", W + "instrText"):
            one.attrib.pop(PRESERVE, None)
    return ElementTree.canonicalize(ElementTree.tostring(copy, encoding="unicode"))
