"""A date as people write it for us: the day, in the order of ISO 8601."""

from __future__ import annotations

import re

_DAY = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
NO_DATE = '"{}" is no date; write it as 2026-01-31'
_SHORT = ("02-30", "02-31", "04-31", "06-31", "09-31", "11-31")


def is_date(text: str) -> bool:
    """Whether this is a day like 2026-01-31; 29 February passes in every year."""
    return bool(_DAY.fullmatch(text)) and not text.endswith(_SHORT)
