"""Reports on disk: found again, written whole, and the oldest forgotten."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from contract_lint.model import Report
from contract_lint.shipped import cached, store

MOST_REPORTS = 5000
MOST_BYTES = 200 * 2**20
_DIGEST = hashlib.sha256().digest_size


def recall(key: str) -> Report | None:
    """The report that was kept under this key. What is damaged is taken away."""
    path = _place(key)
    try:
        if not _is_ours(path.parent.stat()):
            return None
        report = _restored(path.read_bytes(), key)
    except OSError:
        return None
    except (msgspec.MsgspecError, ValueError):
        _remove(path)
        return None
    with suppress(OSError):  # a folder that may only be read serves too
        os.utime(path)  # the least used are forgotten first
    return report


def keep(key: str, report: Report) -> None:
    """Keep a report of which nothing was left unread; no cache is no fault."""
    if report.contract is None or report.unread or not _private(_place(key).parent):
        return
    with suppress(msgspec.MsgspecError, ValueError, TypeError, OverflowError):
        written = msgspec.msgpack.encode(report)
        store(_place(key), _seal(key, written) + written)


def forget_oldest(most: int = MOST_REPORTS, most_bytes: int = MOST_BYTES) -> None:
    """Remove what was not used for the longest time, until no more than so many files and bytes are left."""
    kept = size = 0
    with suppress(OSError):
        with os.scandir(_place("").parent) as entries:
            files = [
                (found.st_mtime_ns, found.st_size, entry.path)
                for entry in entries
                for found in [entry.stat()]
            ]
        for _, length, path in sorted(files, reverse=True):
            kept, size = kept + 1, size + length
            if kept > most or size > most_bytes:
                _remove(Path(path))


def _place(key: str) -> Path:
    return cached("results") / f"{key}.report"


def _private(folder: Path) -> bool:
    """Whether the folder is this user's alone; contracts are nobody else's business."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        if _is_ours(found) and found.st_mode & 0o077:
            folder.chmod(0o700)
        return _is_ours(found)
    except OSError:
        return False


def _is_ours(folder: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or folder.st_uid == os.getuid()


def _restored(content: bytes, key: str) -> Report:
    """Raises `ValueError` for what was not written so under this key, msgspec's error for another shape."""
    seal, written = content[:_DIGEST], content[_DIGEST:]
    if seal != _seal(key, written):
        raise ValueError("damaged")
    return _decoder().decode(written)


def _seal(key: str, written: bytes) -> bytes:
    return hashlib.sha256(key.encode() + written).digest()


@cache
def _decoder() -> msgspec.msgpack.Decoder[Report]:
    return msgspec.msgpack.Decoder(Report)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
