"""Signs of symbol fonts: what they look like, as ordinary characters."""

from __future__ import annotations

from contract_lint.documents.docx.tags import WORD, Element

NOTHING = "\u200b"  # one character in the run, none in the text

# By number, whatever the font: the signs that appear in contracts (bullets, ticks, boxes, comparisons).
SIGNS = {
    0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FE: "☑", 0xF0FD: "☒",
    0xF078: "☒", 0xF0FC: "✓", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0B4: "×", 0xF0B0: "°", 0xF0E0: "→",
    0xF0AE: "→", 0xF02D: "-", 0xF0BE: "-", 0xF0A0: "€", 0xF0D2: "®", 0xF0E2: "®", 0xF0D3: "©", 0xF0E3: "©",
    0xF0D4: "™", 0xF0E4: "™",
}  # fmt: skip
_PRIVATE = 0xF000  # symbol fonts have their signs from here on, in the order of their bytes
_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)


def sign(symbol: Element) -> str:
    """The character of a `w:sym`, which is inserted by its number in a font."""
    try:
        code = int(symbol.get(WORD + "char") or "", 16)
    except ValueError:
        return NOTHING
    if code in SIGNS:
        return SIGNS[code]
    if (symbol.get(WORD + "font") or "").lower() == "symbol" and 0x20 < code % _PRIVATE < 0x7F:
        letter = chr(code % _PRIVATE)
        return _GREEK.get(letter, letter)
    private, surrogate = 0xE000 <= code <= 0xF8FF, 0xD800 <= code <= 0xDFFF
    return chr(code) if 0x20 <= code <= 0xFFFF and not private and not surrogate else NOTHING
