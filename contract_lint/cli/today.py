"""The only place that reads the calendar: an acceptance may end on a date."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> str:
    """The ISO date; SOURCE_DATE_EPOCH sets it for a run that must give the same result again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()
