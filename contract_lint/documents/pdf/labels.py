"""Numbers and bullets that stand at the start of a line, and how likely they begin a new unit."""

from __future__ import annotations

import re

_UNITS = (
    "artikel|article|art|sectie|section|clause|clausule|hoofdstuk|chapter|paragraaf|paragraph|bijlage|annex|"
    "schedule|exhibit|appendix|deel|part"
)
_HEADED = rf"(?=[A-Z])(?i:{_UNITS})\.?\s+(?:\d{{1,3}}(?:\.\d{{1,3}})*(?!:\d)|[IVXLC]+|[A-Z])\b[.:)]?"
_DOTTED = r"\d{1,3}(?:\.\d{1,3})+[.:)]?(?![\d%])"
_SECTION = r"§{1,2}\s*\d[\d.]*"
_BRACKETED = r"\((?:\d{1,3}|[A-Za-z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6})\)"
_CLOSED = r"(?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)](?=[\sA-Z(“\"]|$)"
_BARE = r"\d{1,3}(?=\s)"
_BULLET = r"[•●▪■◦○‣❖➢►✓·*–—-](?=\s|$)|o(?=\s)"

LABEL = re.compile(
    f"(?P<headed>{_HEADED})|(?P<section>{_SECTION})|(?P<dotted>{_DOTTED})|"
    f"(?P<bracketed>{_BRACKETED})|(?P<closed>{_CLOSED})|(?P<bullet>{_BULLET})|(?P<bare>{_BARE})"
)
# Words after which a number is a reference: "as meant in article / 5.2 of this agreement".
_REFERS = re.compile(
    rf"(?:^|[\s(])(?:{_UNITS}|articles|artikelen|arts|sections|clauses|paragraphs|lid|leden|sub|onder|onderdeel|"
    r"nr|no|nrs|nummer|number|boek|titel|and|en|of|or|tot|to|t/m|through|bedoeld in|under|van|the|de|het|per|"
    r"[\d.]+,)\.?$",
    re.IGNORECASE,
)
_NUMBERED = ("dotted", "bare", "bracketed", "closed")


def label(text: str) -> re.Match[str] | None:
    """The number or bullet that a line starts with."""
    return LABEL.match(text)


def words_start(text: str) -> int:
    """Where the words begin after a number or bullet; 0 without one."""
    found = LABEL.match(text)
    if found is None:
        return 0
    after = len(text) - len(text[found.end() :].lstrip())
    return after if after < len(text) else 0


def is_only_label(text: str) -> bool:
    """Whether a piece is a number or bullet and nothing else."""
    return LABEL.fullmatch(text.strip()) is not None or re.fullmatch(r"\d{1,3}", text.strip()) is not None


def refers(before: str, found: re.Match[str]) -> bool:
    """Whether the words before make this number a reference rather than a label."""
    return found.lastgroup in _NUMBERED and _REFERS.search(before, max(0, len(before) - 30)) is not None


def is_sure(text: str, found: re.Match[str]) -> bool:
    """Whether the label is one that hardly begins a wrapped line of a running sentence."""
    after = text[found.end() :].lstrip()
    if found.lastgroup == "bullet":
        return found.group() not in ("-", "–", "—", "*", "o")
    return found.lastgroup in ("headed", "section", "dotted", "closed") and after[:1].isupper()


def is_weak(text: str, found: re.Match[str]) -> bool:
    """Whether the label may as well be a number in the text ("30 days", "- and")."""
    after = text[found.end() :].lstrip()
    return found.lastgroup == "bare" and not after[:1].isupper()
