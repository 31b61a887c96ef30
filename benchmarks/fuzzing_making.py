"""Making inputs for `fuzzing.py`: documents of a format's own pieces from hypothesis, and damaged files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

EXAMPLES = Path(__file__).parent.parent / "examples"
_BATCH = 500
_LARGEST_SEED = 300_000  # bytes; larger files only make a run slower

# Signs that readers stumble over: NUL, marks of direction, joiners, ligatures, half characters, private use.
SIGNS = (
    "\x00\u200b\u200e\u202e\ufeff\u00ad\u2011\ufb01\ufffe\uffff\ud800\udfff\ue000"
    "\u2028\x85\x0b\x1b\U000e0001e\u0301\t "
)
WORDS = ("De klant betaalt.", "opzeg-", "termijn", "Artikel 1", "1.1", "a.", "€ 5", "•", "(i)", "", "x" * 300)
# Acceptances in the document: whole, unended, inside each other, in somebody else's comment.
REMARKS = (
    "<!-- contract-lint: accept exit-fee: as agreed -->", "<!-- contract-lint: accept a: b",
    "<!--Contract-Lint:accept a:<!-- contract-lint: accept b: c --> -->", "<!--> <!-- contract-lint: x -->",
    "<!-- contract-lint:\n accept a:\r\n b (until 2026-01-31) (by X) -->", "<!-- see contract-lint: y -->",
    "[contract-lint: accept a: b [c] d]", "[contract-lint: accept a", "[contract-lint: [contract-lint: a]",
)  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from(SIGNS + "ab -&<>"), max_size=8),
    st.text(max_size=12),
)


@dataclass(frozen=True)
class Inputs:
    """Inputs for one reader: how its documents are made, what to damage, and with which pieces.

    `mutate` damages a file its own way; None is at its bytes. `whole` are files beside the examples.
    """

    suffix: str
    made: st.SearchStrategy[bytes]
    pieces: tuple[bytes, ...]
    mutate: Callable[[bytes, Random], bytes] | None = None
    whole: tuple[bytes, ...] = ()


def generated(reader: Inputs, count: int, number: int) -> Iterator[bytes]:
    """Documents from hypothesis, the same for the same number; in batches, to keep few in memory."""
    for first in range(0, count, _BATCH):
        yield from _batch(reader.made, min(_BATCH, count - first), number * 1_000_003 + first)


def _batch(made: st.SearchStrategy[bytes], count: int, number: int) -> list[bytes]:
    found: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(made)
    def collect(data: bytes) -> None:
        found.append(data)

    collect()
    return found


def damaged(reader: Inputs, chance: Random, folder: Path | None) -> Iterator[bytes]:
    """Files with damage, without end."""
    folders = [EXAMPLES, *([folder] if folder else [])]
    paths = [path for one in folders for path in sorted(one.rglob(f"*{reader.suffix}"))]
    files = [path.read_bytes() for path in paths if path.stat().st_size <= _LARGEST_SEED]
    files += reader.whole
    while True:
        data = chance.choice(files)
        if reader.mutate and chance.random() < 0.8:
            yield reader.mutate(data, chance)
        else:
            yield broken(data, chance, reader.pieces)


def broken(data: bytes, chance: Random, pieces: tuple[bytes, ...], most: int = 8) -> bytes:
    """The bytes with a few of them changed, cut, repeated, moved or put in between."""
    found = bytearray(data)
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + int(2 ** (chance.random() * 12)))
        match chance.randrange(6):
            case 0:
                found[at:at] = chance.choice(pieces) * chance.choice((1, 1, 1, 50, 2000))
            case 1:
                del found[at:end]
            case 2:
                found[at:at] = found[at:end]
            case 3:
                found[at:end] = chance.randbytes(end - at)
            case 4:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                moved = found[at:end]
                del found[at:end]
                to = chance.randrange(len(found) + 1)
                found[to:to] = moved
    return bytes(found)


def encoded(text: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Text as some editor saves it, in an encoding that may or may not fit."""
    ways = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8", "utf-8")
    return st.tuples(text, st.sampled_from(ways)).map(
        lambda told: told[0].encode(told[1], "surrogatepass" if told[1].startswith("utf") else "replace")
    )
