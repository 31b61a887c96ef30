"""What can go wrong before anything is judged."""

from __future__ import annotations


class Unreadable(Exception):
    """A document that cannot be read at all; the text says what is wrong and what to do."""


class Fault(Exception):
    """Something wrong in a file that a person wrote for us (grammar, rule, setting), at its line."""

    def __init__(self, message: str, path: str = "", line: int | None = None) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(place + message)
