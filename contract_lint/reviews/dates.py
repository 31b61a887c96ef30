"""The date on a review: given as seconds since 1970, else one that never changes."""

from __future__ import annotations

from email.utils import formatdate, parsedate

_UNTOLD = 946684800  # the first second of the year 2000
_EARLIEST, _LATEST = 315532800, 4354819198  # that a zip file can hold: 1980 to 2107


def stamp(epoch: int | None) -> str:
    """The moment in UTC as Word writes it."""
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*moment(epoch))


def zip_date(epoch: int | None) -> tuple[int, int, int, int, int, int]:
    """The moment as a zip file holds it, no earlier and no later than it can."""
    return moment(min(max(_EARLIEST, _UNTOLD if epoch is None else epoch), _LATEST))


def moment(epoch: int | None) -> tuple[int, int, int, int, int, int]:
    """Year, month, day, hour, minute and second in UTC."""
    read = parsedate(formatdate(_UNTOLD if epoch is None else epoch, usegmt=True))
    assert read is not None
    return read[0], read[1], read[2], read[3], read[4], read[5]
