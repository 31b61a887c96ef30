"""What may be printed of a text that somebody else wrote."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

# Marks of how a word may break or join: a reader of the report needs none of them.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))
_SPACES = re.compile(" {2,}")


# A report has many characters, but few kinds of them: each is looked at once.
@lru_cache(maxsize=1 << 12)
def printable(char: str) -> str:
    """The character as it may be sent to a terminal, which must not obey what a document holds."""
    if char.isspace():
        return " "
    if char in _INVISIBLE:
        return ""
    if category(char) in _UNPRINTABLE:
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return char


def clean(text: str) -> str:
    """A text as it may be printed, on one line."""
    if text.isprintable() and "  " not in text:  # nearly always
        return text
    return _SPACES.sub(" ", "".join(map(printable, text)))
