"""What holds for every reviewed Word file, whatever was in it."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree

from word_settling import FALLBACK, REVIEWER, W

TRACKED = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")}
HOLDERS = {
    W + name for name in ("p", "hyperlink", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
}


def check_marks(before: bytes, after: bytes) -> None:
    """Numbers are unique, nothing of ours stands in insertions, comments are whole, other parts the same."""
    old, new = _parts(before), _parts(after)
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed <= {name for name in new if name.startswith("word/") or name == "[Content_Types].xml"}
    for name in changed:
        if name.startswith("word/") and "/_rels/" not in name:
            root = ElementTree.fromstring(new[name])
            _check_places(root)
            _check_numbers(old.get(name), root)
    _check_comments(new)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _check_places(root: ElementTree.Element) -> None:
    """Where our marks stand."""
    above = {child: parent for parent in root.iter() for child in parent}
    for mark in root.iter():
        if mark.tag not in (W + "ins", W + "del") or mark.get(W + "author") != REVIEWER:
            continue
        if above[mark].tag == W + "rPr":
            continue  # the mark of a paragraph
        chain = [mark]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
        until = next(at for at, one in enumerate(chain) if one.tag == W + "p")
        tags = [one.tag for one in chain[1:until]]
        assert len(mark), "an empty mark"
        if mark.tag == W + "ins":
            assert not {W + "ins", W + "del", W + "moveTo"} & set(tags)
            assert not list(mark.iter(W + "delText"))
        else:
            assert not list(mark.iter(W + "t"))
            assert not list(mark.iter(W + "instrText"))
        assert chain[1].tag in HOLDERS | {W + "ins", W + "moveTo"}


def _check_numbers(before: bytes | None, root: ElementTree.Element) -> None:
    """No number twice that was not there twice before."""
    old = Counter() if before is None else _numbers(ElementTree.fromstring(before))
    for number, count in _numbers(root).items():
        assert count <= max(1, old[number]), f"the number {number} is used {count} times"


def _numbers(root: ElementTree.Element) -> Counter:
    older = {one for fallback in root.iter(FALLBACK) for one in fallback.iter()}
    return Counter(one.get(W + "id") for one in root.iter() if one.tag in TRACKED and one not in older)


def _check_comments(parts: dict[str, bytes]) -> None:
    """Every comment has a beginning, an end and a reference, in this order and all in the document itself."""
    if "word/comments.xml" not in parts:
        return
    told = [one.get(W + "id") for one in ElementTree.fromstring(parts["word/comments.xml"])]
    order: dict[str, list[str]] = {}
    for one in ElementTree.fromstring(parts["word/document.xml"]).iter():
        if one.tag in (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"):
            order.setdefault(one.get(W + "id"), []).append(one.tag.removeprefix(W + "comment"))
    assert len(set(told)) == len(told)
    assert all(order.get(number) == ["RangeStart", "RangeEnd", "Reference"] for number in told)
