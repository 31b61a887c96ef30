"""How much of real documents is read right: sentences that come out whole inside one clause.

    python benchmarks/reading.py FOLDER READING.jsonl [--missed]

READING.jsonl has a line {"file": ..., "sentence": ...} per sentence; the files lie anywhere below FOLDER.
White space and hyphens are made alike before sentences are looked for. `--missed` shows what is not found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from contract_lint.model import Unreadable
from contract_lint.pipeline import divided

_BREAK = re.compile(r"\s+|[-\u2010-\u2015\u00ad]")


def plain(text: str) -> str:
    """A text without what depends on how it is set: white space, hyphens, ligatures, curly quotes."""
    for old, new in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("ﬁ", "fi"), ("ﬂ", "fl")):
        text = text.replace(old, new)
    return _BREAK.sub("", text).lower()


def sentences(path: Path) -> Mapping[str, Sequence[str]]:
    """The sentences to look for, by file."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found[row["file"]].append(row["sentence"])
    return found


def missed(path: Path, asked: Iterable[str]) -> list[str]:
    """The sentences that stand in no single clause of the document."""
    try:
        contract = divided(path)
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return list(asked)
    clauses = [plain(contract.document.quote(clause.span)) for clause in contract.clauses]
    return [sentence for sentence in asked if not any(plain(sentence) in clause for clause in clauses)]


def main() -> None:
    """Print a line per file, and the share over all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("reading", type=Path)
    parser.add_argument("--missed", action="store_true", help="print the sentences that are not found")
    given = parser.parse_args()
    paths = {path.name: path for path in sorted(given.folder.rglob("*")) if path.is_file()}
    total = whole = 0
    for name, asked in sorted(sentences(given.reading).items()):
        lost = missed(paths[name], asked) if name in paths else asked
        total, whole = total + len(asked), whole + len(asked) - len(lost)
        absent = "" if name in paths else "  (no such file)"
        print(f"{1 - len(lost) / len(asked):6.1%}  {len(asked) - len(lost)}/{len(asked)}  {name}{absent}")
        if given.missed:
            print("".join(f"          {sentence}\n" for sentence in lost), end="")
    print(f"{whole / max(total, 1):6.1%}  {whole}/{total}  all")


if __name__ == "__main__":
    main()
