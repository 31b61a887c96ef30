"""Building small Word files from raw XML."""

import struct
import zipfile
from io import BytesIO

from lxml import etree

from contract_lint.documents.docx import read
from contract_lint.model import Document, Segment

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header1", "footer1")  # told to other programs
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((one, one.rstrip("1")) for one in _KINDS)]
    )
    + "</Types>"
)


def run(text: str, properties: str = "") -> str:
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def p(text: str, properties: str = "") -> str:
    """A paragraph; text that is no XML becomes one run."""
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{text if text.startswith('<') else run(text)}</w:p>"


def item(text: str, level: int | None = 0, listed: int | None = 1, properties: str = "") -> str:
    level_xml = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    listed_xml = "" if listed is None else f'<w:numId w:val="{listed}"/>'
    return p(text, f"{properties}<w:numPr>{level_xml}{listed_xml}</w:numPr>")


def styled(text: str, style: str, properties: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>{properties}')


def style(
    style_id: str,
    paragraph: str = "",
    *,
    run: str = "",
    name: str = "",
    based_on: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    by_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{by_default}>'
        f'<w:name w:val="{name or style_id}"/>{based}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def level(at: int, text: str, number_format: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(levels: str, number: int = 1) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


def listed(number: int = 1, abstract_number: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{more}</w:num>'


def story(kind: str, content: str) -> str:
    return f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def relationships(targets: list[tuple[str, str]], mode: str = "") -> str:
    links = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{links}</Relationships>'


def parts(
    body: str, *, styles: str = "", numbering: str = "", others: dict[str, tuple[str, str]] | None = None
) -> dict[str, str]:
    """The parts of a Word file; `others` maps a part's name to its kind and XML."""
    related = dict(others or {})
    if styles:
        related["styles.xml"] = ("styles", story("styles", styles))
    if numbering:
        related["numbering.xml"] = ("numbering", story("numbering", numbering))
    found = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": story("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships([(kind, name) for name, (kind, _) in related.items()]),
    }
    return found | {f"word/{name}": xml for name, (_, xml) in related.items()}


def zipped(content: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx(body: str, **more: object) -> bytes:
    return zipped(parts(body, **more))  # type: ignore[arg-type]


def document(body: str, **more: object) -> Document:
    return read(docx(body, **more), "terms.docx")


def lines(read_document: Document) -> list[str]:
    return [read_document.quote(block.span) for block in read_document.blocks]


def labels(read_document: Document) -> list[str]:
    return [read_document.quote(block.label) if block.label else "" for block in read_document.blocks]


def declare_size(data: bytes, name: str, size: int) -> bytes:
    """The same zip file, its directory telling another unpacked size for one entry."""
    at = data.index(b"PK\x01\x02")
    while True:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + length] == name.encode():
            return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]
        at = data.index(b"PK\x01\x02", at + 4)


_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "\u00ad", "sym": "?"}


def source_characters(data: bytes, segment: Segment, length: int) -> str:
    """What the file itself holds at a segment's place, found without the reader's own code."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        order = ("document", "footnotes", "endnotes", "header", "footer")
        stories = [name for kind in order for name in names if name.startswith(f"word/{kind}")]
        paragraphs = [one for name in stories for one in etree.fromstring(archive.read(name)).iter(W + "p")]
    assert segment.place.paragraph and segment.place.run and segment.place.column
    found = list(paragraphs[segment.place.paragraph - 1].iter(W + "r"))[segment.place.run - 1]
    text = ""
    for child in found:
        text += child.text or "" if child.tag == W + "t" else _SIGNS.get(etree.QName(child).localname, "")
    return text[segment.place.column - 1 :][:length]
