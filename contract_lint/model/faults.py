"""What can go wrong before anything is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Unreadable(Exception):
    """A document that cannot be read at all; the text says what is wrong and what to do."""


class Fault(Exception):
    """Something wrong in a file that a person wrote for us (grammar, rule, setting), at its line."""

    def __init__(self, message: str, path: str = "", line: int | None = None) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        self.told: tuple[str, ...] = (place + message,)
        super().__init__(place + message)

    @classmethod
    def together(cls, faults: Iterable[Fault]) -> Fault:
        """All of these as one, each told once: an author mends them in one go."""
        told = tuple(dict.fromkeys(text for fault in faults for text in fault.told))
        all_of_them = cls("\n".join(told))
        all_of_them.told = told
        return all_of_them


def raise_together(faults: Iterable[Fault]) -> None:
    """Raise these faults as one, if there are any."""
    found = list(faults)
    if found:
        raise Fault.together(found)


def gather(*steps: Callable[[], object]) -> None:
    """Take every step, also when one before it fails; then raise all faults together."""
    faults: list[Fault] = []
    for step in steps:
        try:
            step()
        except Fault as fault:
            faults.append(fault)
    raise_together(faults)
