"""Remembering what was made of something, for as much of it as one contract has: more takes only room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class Memory(dict[Given, Made], Generic[Given, Made]):
    """What a function makes of things: `memory[thing]` asks it once, until `most` are remembered."""

    def __init__(self, make: Callable[[Given], Made], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, given: Given) -> Made:
        if len(self) >= self._most:
            self.clear()
        made = self[given] = self._make(given)
        return made
