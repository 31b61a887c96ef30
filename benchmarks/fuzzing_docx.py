"""Word files for `fuzzing.py`: WordprocessingML in any nesting, and files whose XML is damaged."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from random import Random
from xml.sax.saxutils import quoteattr

from fuzzing_making import TEXT, Inputs, broken
from hypothesis import strategies as st
from lxml import etree

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", _WORD),
        ("r", _OFFICE),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)
_NAMES = (
    "w:p", "w:p", "w:p", "w:r", "w:r", "w:r", "w:t", "w:t", "w:t", "w:pPr", "w:rPr", "w:numPr", "w:numId",
    "w:ilvl", "w:pStyle", "w:rStyle", "w:vanish", "w:outlineLvl", "w:tbl", "w:tr", "w:tc", "w:trPr",
    "w:tcPr", "w:vMerge", "w:hMerge", "w:cellDel", "w:cellMerge", "w:hidden", "w:ins", "w:del",
    "w:moveFrom", "w:moveTo", "w:delText", "w:pPrChange", "w:rPrChange", "w:sdt", "w:sdtContent",
    "w:hyperlink", "w:smartTag", "w:fldSimple", "w:fldChar", "w:instrText", "w:ffData", "w:checkBox",
    "w:checked", "w:ddList", "w:listEntry", "w:result", "w:sym", "w:tab", "w:br", "w:noBreakHyphen",
    "w:softHyphen", "w:drawing", "w:pict", "w:txbxContent", "w:object", "w:altChunk", "w:ruby", "w:rt",
    "w:rubyBase", "w:footnote", "w:endnote", "w:style", "w:name", "w:basedOn", "w:docDefaults",
    "w:abstractNum", "w:abstractNumId", "w:num", "w:lvl", "w:start", "w:numFmt", "w:lvlText",
    "w:lvlRestart", "w:isLgl", "w:lvlOverride", "w:startOverride", "w:numStyleLink", "w:styleLink",
    "w:sectPr", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:r", "m:t", "v:textpath",
    "a:blip", "a:t", "o:OLEObject", "w:body", "w:comment", "w:commentRangeStart", "w:commentRangeEnd",
    "w:commentReference",
)  # fmt: skip
_ATTRIBUTES = (
    "w:val", "w:val", "w:val", "w:styleId", "w:type", "w:default", "w:numId", "w:abstractNumId", "w:ilvl",
    "w:id", "w:fldCharType", "w:char", "w:font", "w:vMerge", "w:vMergeOrig", "string", "ProgID", "cx",
)  # fmt: skip
_VALUES = (
    "0", "1", "2", "8", "9", "-1", "32768", "1e9", "true", "off", "none", "bullet", "decimal", "upperRoman",
    "lowerLetter", "ordinalText", "cardinalText", "chicago", "hex", "%1.%2", "%9", "%", "begin", "separate",
    "end", "restart", "continue", "rest", "cont", "F0FE", "D800", "Symbol", "paragraph", "character", "A",
    "B", "nl-NL", "separator", "heading 1", "Kop 3", "", "AUTONUM", "contract-lint: accept exit-fee: x",
)  # fmt: skip

_GIVEN = st.dictionaries(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES), max_size=3)
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd]")
_WORDS = st.one_of(TEXT, st.sampled_from(_VALUES)).map(lambda text: _NOT_XML.sub("", text))


def _element(told: tuple[str, dict[str, str], str]) -> str:
    name, given, content = told
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in given.items())
    return f"<{name}{attributes}>{content}</{name}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_LEAF = st.tuples(st.sampled_from(_NAMES), _GIVEN, _WORDS.map(_escaped)).map(_element)
_TREE = st.recursive(
    _LEAF,
    lambda inner: st.tuples(st.sampled_from(_NAMES), _GIVEN, st.lists(inner, max_size=4).map("".join)).map(
        _element
    ),
    max_leaves=15,
)
_PART = st.lists(_TREE, max_size=4).map("".join)
_KINDS = ("styles", "numbering", "footnotes", "header", "footer", "comments", "vbaProject")


_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r" Type="{_OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _file(told: tuple[str, dict[str, str], bool]) -> bytes:
    body, parts, strict = told
    links = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(parts)
    )
    content = {
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    content |= {f"word/{kind}.xml": f"<w:{kind} {_SPACES}>{part}</w:{kind}>" for kind, part in parts.items()}
    if strict:
        content = {name: xml.replace(_WORD, _STRICT) for name, xml in content.items()}
    return _zipped({name: xml.encode("utf-8", "surrogatepass") for name, xml in content.items()})


def _zipped(content: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def _mutated(data: bytes, chance: Random) -> bytes:
    """A Word file of which one part is damaged: its bytes, or the order and names of its elements."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in content if name.endswith((".xml", ".rels"))]
    likely = [name for name in names if name.startswith("word/") and "theme" not in name]
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(likely if chance.random() < 0.9 else names)
        if chance.random() < 0.3:
            content[name] = broken(content[name], chance, _PIECES, most=3)
        else:
            content[name] = _shuffled(content[name], chance)
    return _zipped(content)


def _shuffled(part: bytes, chance: Random) -> bytes:
    """A part with elements taken out, repeated, moved, renamed or given other values; still XML."""
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError:
        return part  # damaged before
    elements = [element for element in root.iter(etree.Element) if element is not root]
    for element in chance.sample(elements, min(len(elements), chance.randint(1, 30))):
        if element.getparent() is not None:
            _change(element, elements, chance)
    return etree.tostring(root)


def _change(element: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    match chance.randrange(5):
        case 0:
            element.getparent().remove(element)
        case 1:
            copies = (copy.deepcopy(element) for _ in range(chance.choice((1, 1, 20))))
            element.getparent().extend(copies)
        case 2:
            _move(element, chance.choice(elements))
        case 3:
            element.tag = f"{{{_WORD}}}{chance.choice(_NAMES).partition(':')[2]}"
        case _:
            for name in element.attrib:
                element.set(name, chance.choice(_VALUES))


def _move(element: etree._Element, target: etree._Element) -> None:
    inside = any(ancestor is element for ancestor in target.iterancestors())
    if target is not element and not inside:
        target.append(element)


_PIECES = (
    *(f"<{name}/>".encode() for name in _NAMES),
    *(b"<", b"]]>", b"&x;", b"<!DOCTYPE a>", b"<w:p>", b"PK\x03\x04"),
)

INPUTS = Inputs(
    ".docx",
    st.tuples(_PART, st.dictionaries(st.sampled_from(_KINDS), _PART, max_size=4), st.booleans()).map(_file),
    _PIECES,
    _mutated,
)
