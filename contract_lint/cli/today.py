"""The only place that reads the calendar: an acceptance may end on a date, a review is dated."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from contract_lint.cli import exits

_LATEST = 253402300799  # seconds from 1970 to the end of the year 9999


def today() -> str:
    """The ISO date; SOURCE_DATE_EPOCH sets it for a run that must give the same result again."""
    seconds = epoch()
    if seconds is None:
        return date.today().isoformat()
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def epoch() -> int | None:
    """The date that builds use to be repeatable, in seconds since 1970."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if not told:
        return None
    if not told.isdecimal() or int(told) > _LATEST:
        raise exits.Undone(f'SOURCE_DATE_EPOCH is "{told}"; it must be a number of seconds since 1970')
    return int(told)
