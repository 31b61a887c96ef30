"""How hard a clause is to read: counted, so the one kind of fact that no grammar makes.

What a clause says is read by grammars; how long its sentences are is no meaning but a measure. The
formula of each language, with its source, stands in `grammars/<language>/words.toml`. What is too
hard is for a rule to say: here only what is far from it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from contract_lint.facts.catalogue import catalogue, languages
from contract_lint.model import Contract, Fact, Number, Sentence, Span, Term, Value

KIND = "hard_sentence"
_WORD = re.compile(r"[^\W_]+(?:[-'’.:/][^\W_]+)*")
_NUMERAL = re.compile(r"\d[\w.:]*")
_known_languages = cache(languages)
_LONG, _CHAIN, _EASY = 40, 3, 30  # shorter, less of a chain and easier than these is no trouble to anyone
_AS_WORDS = 15  # words that a reference weighs: its reader goes elsewhere, and comes back


class Measure(Struct, frozen=True):
    """The measure of one language: its formula, and what it counts."""

    base: float
    per_word: float
    per_syllable: float
    syllables: Callable[[str], int]
    reference: re.Pattern[str]
    joint: re.Pattern[str]

    def score(self, sentences: Sequence[Sequence[str]]) -> float:
        """The reading ease of sentences given as words: 100 is plain, 0 for scholars; it may be negative."""
        words = sum(map(len, sentences))
        syllables = sum(sum(map(self.syllables, sentence)) for sentence in sentences)
        return self.base - self.per_word * words / len(sentences) - self.per_syllable * syllables / words

    def references(self, text: str) -> int:
        """How many articles a text sends its reader to."""
        return sum(len(_NUMERAL.findall(found.group())) for found in self.reference.finditer(text))

    def joint_of(self, text: str, span: Span) -> Span | None:
        """Where a sentence is best cut: the joint nearest to its middle, with the words after it."""
        middle = (span.start + span.end) // 2
        joints = (Span(*found.span()) for found in self.joint.finditer(text, span.start, span.end))
        return min(joints, key=lambda joint: abs(joint.start - middle), default=None)


@cache
def measure(language: str) -> Measure:
    """The measure of a language, as its word lists describe it."""
    entry = catalogue(language).words["readability"]
    vowels = re.compile(entry["vowels"])
    silent = re.compile(entry["silent"]) if entry["silent"] else None

    @lru_cache(maxsize=1 << 16)
    def syllables(word: str) -> int:
        found = len(vowels.findall(word))
        return max(1, found - bool(silent and silent.search(word)))

    number = r"\d[\w.:]*"
    chain = rf"\b(?:{entry['article']})\s*{number}(?:\s*(?:{entry['between']})\s*{number})*"
    joint = rf"(?:\b(?:{entry['joints']})|(?<=[,;] )(?:{entry['after_comma']}))(?:\s+[\w’'-]+){{1,3}}"
    return Measure(
        entry["base"], entry["words"], entry["syllables"], syllables, re.compile(chain), re.compile(joint)
    )


def measured(contract: Contract, lowered: str, index: int) -> Iterator[Fact]:
    """The hardest sentence of a clause, unless none is anywhere near hard; `lowered` is the whole text."""
    clause = contract.clauses[index]
    if clause.language not in _known_languages():
        return
    known = measure(clause.language)
    texts = [lowered[sentence.span.start : sentence.span.end] for sentence in clause.sentences]
    words = [_WORD.findall(text) for text in texts]
    counted = [found for found in words if found]
    if not counted:
        return
    chains = [known.references(text) for text in texts]
    score = known.score(counted)
    if max(map(len, words)) >= _LONG or max(chains) >= _CHAIN or score < _EASY:
        worst = max(range(len(words)), key=lambda at: len(words[at]) + _AS_WORDS * chains[at])
        total = sum(map(len, words))
        counts = {"words": len(words[worst]), "references": chains[worst], "total": total}
        yield _fact(clause.sentences[worst], index, {**counts, "score": round(score)}, known, lowered)


def _fact(sentence: Sentence, clause: int, counts: dict[str, int], known: Measure, lowered: str) -> Fact:
    values: dict[str, tuple[Value, ...]] = {
        name: (Number(count, sentence.span),) for name, count in counts.items() if count or name == "score"
    }
    joint = known.joint_of(lowered, sentence.span)
    if joint:
        values["joint"] = (Term("joint", joint),)
    return Fact(KIND, sentence.span, sentence.span, clause, values)
