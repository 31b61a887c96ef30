"""Building whole Word files from raw XML, as Word would open them."""

from __future__ import annotations

import zipfile
from io import BytesIO

from contract_lint.documents import read
from contract_lint.model import Contract, Document, Edit, Effect, Evidence, Finding, Rewrite, Severity, Span
from contract_lint.reviews import Item, Settings
from contract_lint.reviews.docx import write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OTHER = 'w:author="Somebody" w:date="2024-01-01T00:00:00Z"'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Verwijzing"><w:name w:val="annotation reference"/>'
    '<w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Opmerking"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Standaard"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Artikel %1."/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3."/>'
    '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, look: str = "") -> str:
    """A run; text that is XML stays as it is."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text if text.startswith('<') else t(text)}</w:r>"


def p(*content: str, look: str = "") -> str:
    """A paragraph; text that is no XML becomes a run."""
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inside}</w:p>"


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def inserted(content: str, number: int = 900) -> str:
    return f'<w:ins w:id="{number}" {OTHER}>{content}</w:ins>'


def deleted(text: str, number: int = 950) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {OTHER}>{run}</w:del>'


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def link(content: str) -> str:
    return f'<w:hyperlink w:anchor="x">{content}</w:hyperlink>'


def table(content: str) -> str:
    cell = f"<w:tc><w:tcPr/>{content}</w:tc>"
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    coded = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return mark("begin") + coded + mark("separate") + result + mark("end")


def box(content: str, older: str | None = None) -> str:
    """A run with a text box, for newer and for older programs."""
    shape = (
        '<wp:inline><wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    )
    fallback = (
        '<w:pict><v:shape style="width:150pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{content if older is None else older}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def part(tag: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {SPACES}>{content}</w:{tag}>'


def links(targets: dict[str, str], prefix: str = "rId") -> str:
    told = "".join(
        f'<Relationship Id="{prefix}{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'


def word(body: str, others: dict[str, tuple[str, str]] | None = None) -> bytes:
    """A Word file; `others` maps names of further parts to their root tag and content."""
    parts = {"styles.xml": ("styles", STYLES), "numbering.xml": ("numbering", NUMBERING), **(others or {})}
    kinds = {"hdr": "header", "ftr": "footer"}
    kind_of = {name: kinds.get(tag, tag) for name, (tag, _) in parts.items()}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in {"document.xml": "document.main", **kind_of}.items()
    )
    content = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": links({"word/document.xml": "officeDocument"}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": links(kind_of),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, told in content.items():
            archive.writestr(name, told)
        for name, (tag, told) in parts.items():
            archive.writestr(f"word/{name}", part(tag, told))
    return file.getvalue()


def document(data: bytes) -> Document:
    return read(data, "terms.docx")


def finding(span: Span | None, rewrite: Rewrite | None = None, **more: object) -> Finding:
    """A finding at these characters."""
    given = {
        "rule": "some-rule",
        "ruleset": "example",
        "family": "family",
        "severity": Severity.WARNING,
        "title": "A title",
        "message": "A message.",
        "why": "A reason.",
        "basis": (),
        "evidence": Evidence(span, span) if span else None,
        "clause": 0 if span else None,
        "fingerprint": "0",
        "rewrite": rewrite,
    }
    return Finding(**{**given, **more})


def item(source: Document, old: str, new: str, around: str = "") -> Item:
    """An edit of the words `old`, in the first place where the words `around` stand."""
    start = source.text.index(around or old)
    start = source.text.index(old, start)
    span = Span(start, start + len(old))
    edit = Edit(span, new)
    return Item(finding(span, Rewrite(Effect.WORDING, new, (edit,), True)), (edit,))


def reviewed(data: bytes, *edits: tuple[str, str], **settings: object) -> bytes:
    """The file with words replaced under review."""
    source = document(data)
    done = write(
        data, Contract(source, "nl", ()), [item(source, *edit) for edit in edits], Settings(**settings)
    )
    assert not done.troubles, done.troubles
    return done.content
