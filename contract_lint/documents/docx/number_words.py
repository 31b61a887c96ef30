"""Numbers written out, as Word's lists show them in Dutch and English: "One", "First"."""

from __future__ import annotations

LAST = 999  # that is written out here; contracts have no more articles

_EN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_NL = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_NL_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_NL_ORDINALS = {"een": "eerste", "drie": "derde"}
_NL_SHORT = 20  # below it -de, from it on -ste


def cardinal(count: int, language: str) -> str:
    """ "Twenty-one", "Eenentwintig"; for 1 to `LAST`."""
    return (_dutch(count) if _is_dutch(language) else _english(count)).capitalize()


def ordinal(count: int, language: str) -> str:
    """ "Twenty-first", "Eenentwintigste"; for 1 to `LAST`."""
    return (_dutch_ordinal(count) if _is_dutch(language) else _english_ordinal(count)).capitalize()


def short_ordinal(count: int, language: str) -> str:
    """ "21st", "21e"."""
    if _is_dutch(language):
        return f"{count}e"
    teen = 10 <= count % 100 <= 20
    return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _is_dutch(language: str) -> bool:
    return language.lower().startswith("nl")


def _english(count: int) -> str:
    if count >= 100:
        rest = f" {_english(count % 100)}" if count % 100 else ""
        return f"{_EN[count // 100 - 1]} hundred{rest}"
    if count < 20:
        return _EN[count - 1]
    rest = f"-{_EN[count % 10 - 1]}" if count % 10 else ""
    return _EN_TENS[count // 10 - 2] + rest


def _english_ordinal(count: int) -> str:
    words = _english(count)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    tens = f"{last[:-1]}ie" if last.endswith("y") else last
    return words[:cut] + _EN_ORDINALS.get(last, f"{tens}th")


def _dutch(count: int) -> str:
    if count >= 100:
        times = _NL[count // 100 - 1] if count >= 200 else ""
        return f"{times}honderd{_dutch(count % 100) if count % 100 else ''}"
    if count < 20:
        return _NL[count - 1]
    tens, one = _NL_TENS[count // 10 - 2], count % 10
    joint = "ën" if one in (2, 3) else "en"
    return f"{_NL[one - 1]}{joint}{tens}" if one else tens


def _dutch_ordinal(count: int) -> str:
    words, rest = _dutch(count), count % 100
    if not 0 < rest < _NL_SHORT:
        return f"{words}ste"
    last = _NL[rest - 1]
    return words.removesuffix(last) + _NL_ORDINALS.get(last, f"{last}ste" if rest == 8 else f"{last}de")
