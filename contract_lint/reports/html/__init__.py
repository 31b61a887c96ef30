"""The report as a page: everything in one file, the contract's own text with the findings beside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from contract_lint.model import Report
from contract_lint.reports.html.page import page_of
from contract_lint.reports.html.words import WORDS
from contract_lint.reports.view import MARK, PLAIN, View
from contract_lint.version import __version__

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).with_name("template")


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """The page of these reports; it asks nothing of the network and runs no script but its own."""
    page = page_of(reports, view)
    return _template().render(
        mark=MARK, page=page, words=WORDS[page.language], policy=_policy(), version=__version__
    )


@cache
def _template() -> Template:
    """The page to fill in. What a contract says is escaped everywhere; a name that is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


def _policy() -> str:
    """What a browser may do here: our style, our script by its hash, and nothing from elsewhere."""
    script = (_FOLDER / "page.js").read_bytes()
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    return (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
        f" script-src 'sha256-{digest}'"
    )
