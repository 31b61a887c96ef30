"""Regular expressions as their engine runs them, so that a lexicon read from the cache needs no compiling.

Compiling the expressions of a lexicon takes longer than reading a contract with them, and `re` keeps
nothing from one process to the next. So the engine's own code is kept; where this Python will not
take it, or hides it, the expression is compiled as usual.
"""

from __future__ import annotations

import re
from array import array

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler  # type: ignore[attr-defined]

    MAGIC = int(_sre.MAGIC)
except (ImportError, AttributeError):
    MAGIC = 0  # code is neither made nor used


def whole_words(expression: str) -> str:
    """The expression as it is tried and searched for: whole words only."""
    return f"(?<!\\w)(?:{expression})(?!\\w)"


def code_of(expression: str) -> bytes:
    """The engine's code of an expression; empty where this Python does not give it."""
    if not MAGIC:
        return b""
    try:
        parsed = _compiler._parser.parse(expression)
        if parsed.state.groups > 1:
            return b""  # named or numbered groups need tables of their own
        return array("I", _compiler._code(parsed, 0)).tobytes()
    except (AttributeError, TypeError, OverflowError):
        return b""


def pattern_of(expression: str, code: bytes) -> re.Pattern[str]:
    """The expression, from its code where there is one that fits."""
    if code and MAGIC:
        try:
            made: re.Pattern[str] = _sre.compile(
                expression, re.UNICODE.value, list(array("I", code)), 0, {}, (None,)
            )
            return made
        except (RuntimeError, TypeError, ValueError, OverflowError):
            pass
    return re.compile(expression)
