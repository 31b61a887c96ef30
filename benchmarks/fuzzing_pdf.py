"""PDFs for `fuzzing.py`: written object by object with values that nobody means, and streams torn open."""

from __future__ import annotations

import re
import zlib
from random import Random

from hypothesis import strategies as st

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LARGEST_STREAM = 2**20  # bytes, unpacked

NUMBERS = st.sampled_from(
    (
        *(b"0", b"1", b"-1", b"10", b"12", b"60", b"700", b"842", b"0.001", b"1e9", b"-32768", b"1" * 30),
        *(b"2147483648", b"99999999999999999999", b".", b"--5", b"1e400", b"nan", b"null", b"/N", b"[]"),
    )
)
WORDS = st.sampled_from(
    (
        *(b"(De klant betaalt.)", b"(opzeg-)", b"(1.1)", b"()", b"(\\000\\001\\377)", b"<FEFF0041>"),
        *(
            b"<D800DFFF>",
            b"(" + b"x" * 3000 + b")",
            b"[(ge) -9999 (deeld)]",
            b"[(a) 99999999 (b)]",
            b"(\xad)",
        ),
    )
)
OPERATORS = st.one_of(
    st.tuples(WORDS, st.sampled_from((b"Tj", b"TJ", b"'"))),
    st.tuples(NUMBERS, NUMBERS, st.sampled_from((b"Td", b"TD", b"l", b"m"))),
    st.tuples(*[NUMBERS] * 6, st.sampled_from((b"Tm", b"cm"))),
    st.tuples(*[NUMBERS] * 4, st.just(b"re")),
    st.tuples(st.sampled_from((b"/F1", b"/F2", b"/F9")), NUMBERS, st.just(b"Tf")),
    st.tuples(NUMBERS, st.sampled_from((b"Tr", b"Tz", b"TL", b"Tc", b"Tw", b"w", b"Ts"))),
    st.sampled_from(
        (b"BT", b"ET", b"q", b"Q", b"S", b"f", b"T*", b"/X1 Do", b"/Im Do", b"BI /W 9 ID x EI", b"W n")
    ).map(lambda word: (word,)),
)
CONTENTS = st.lists(OPERATORS, max_size=40).map(
    lambda told: b"\n".join((b"BT /F1 10 Tf 60 700 Td", *(b" ".join(words) for words in told), b"ET"))
)
BOXES = st.one_of(
    st.just(b"[0 0 595 842]"), st.tuples(*[NUMBERS] * 4).map(lambda told: b"[%s]" % b" ".join(told))
)
KIDS = st.sampled_from(
    (b"[3 0 R]", b"[3 0 R 3 0 R]", b"[2 0 R]", b"[3 0 R 2 0 R 1 0 R]", b"[99 0 R]", b"[null 3 0 R]", b"3")
)
EXTRAS = st.sampled_from(
    (
        *(
            b"",
            b"",
            b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
            b"/AcroForm << /Fields [7 0 R] >>",
        ),
        *(b"/AcroForm 2 0 R", b"/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>", b"/Pages 1 0 R"),
        b"/Names << /EmbeddedFiles << /Kids [1 0 R] >> >>",
    )
)
FONTS = st.sampled_from(
    (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [8 0 R] >>",
        b"<< /Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /CharProcs 3 0 R /Encoding 5 0 R >>",
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Y /ToUnicode 4 0 R >>",
        b"5 0 R",
    )
)
OBJECTS = st.sampled_from(
    (
        b"<< /Subtype /Widget /FT /Tx /V (waarde) /Rect [0 0 99 9] /Parent 7 0 R >>",
        b"<< /Subtype /FreeText /Contents (nota) /Rect [9 9 0 0] >>",
        b"<< /F (a.exe) /EF << /F 4 0 R >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 6 >>\nstream\n/X1 Do\nendstream",
        b"<< /Subtype /Image /Width 99999 /Height 99999 /BitsPerComponent 8 /ColorSpace /DeviceRGB >>",
    )
)


def _written(told: tuple[bytes, ...]) -> bytes:
    content, box, crop, rotate, kids, count, extra, font, other = told
    shared = b"/Font << /F1 5 0 R /F2 6 0 R >> /XObject << /X1 7 0 R /Im 7 0 R >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra,
        b"<< /Type /Pages /Kids %s /Count %s >>" % (kids, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /CropBox %s /Rotate %s /Contents [4 0 R] "
        b"/Annots [7 0 R] /Resources << %s >> >>" % (box, crop, rotate, shared),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        font,
        other,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Ordering (Identity) >> >>",
    )
    data = b"%PDF-1.7\n"
    for number, body in enumerate(objects, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + b"trailer << /Root 1 0 R /Size 9 >>\n%%EOF"


MADE = st.tuples(CONTENTS, BOXES, BOXES, NUMBERS, KIDS, NUMBERS, EXTRAS, FONTS, OBJECTS).map(_written)
PIECES = (
    *(b"endobj", b"endstream\nendobj", b"stream\n", b"<<", b">>", b"[", b"[" * 500, b"<<" * 500, b"\0"),
    *(
        b"/Kids [1 0 R]",
        b"/Length 9999999",
        b"/Filter /FlateDecode",
        b"/Count -1",
        b"/Prev 0",
        b"xref\n0 9\n",
    ),
    *(b"startxref\n9", b"%%EOF", b"/Encrypt 1 0 R", b"/DecodeParms << /Predictor 15 /Columns 999999 >>"),
    *(b"1 0 obj\n1 0 R\nendobj", b"BT ", b"ET ", b"q " * 300, b"99999999 0 Td ", b"/X1 Do ", b"(\\"),
)


def mutated(data: bytes, chance: Random) -> bytes:
    """A file with one of its streams unpacked, its words shuffled and torn, and put back unpacked."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return data
    found = chance.choice(streams)
    try:
        content = zlib.decompressobj().decompress(found[1], _LARGEST_STREAM)
    except zlib.error:
        content = found[1]
    words = content.split(b" ")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(words))
        end = at + chance.randrange(1, 20)
        match chance.randrange(4):
            case 0:
                words[at:at] = [chance.choice(PIECES)]
            case 1:
                del words[at:end]
            case 2:
                words[at:end] = words[at:end][::-1]
            case _:
                words[at:at] = words[at:end] * chance.choice((1, 5, 200))
        words = words or [b""]
    head = data[: found.start()]
    filtered = head.rfind(b"/FlateDecode")
    if filtered > head.rfind(b" obj"):
        head = head[:filtered] + b"/None" + head[filtered + 12 :]
    return head + b"stream\n" + b" ".join(words) + b"\nendstream" + data[found.end() :]
