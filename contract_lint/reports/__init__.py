"""One renderer per format: reports go in, the whole text to print comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from contract_lint.model import Report
from contract_lint.reports.view import PLAIN, View

__all__ = ["FORMATS", "PLAIN", "View", "render"]

# Format -> the module that renders it, imported when it is asked for.
FORMATS = {
    "text": "contract_lint.reports.text",
    "json": "contract_lint.reports.json",
    "sarif": "contract_lint.reports.sarif",
    "junit": "contract_lint.reports.junit",
    "github": "contract_lint.reports.github",
    "github-summary": "contract_lint.reports.summary",
    "gitlab": "contract_lint.reports.gitlab",
    "markdown": "contract_lint.reports.markdown",
    "csv": "contract_lint.reports.csv",
    "html": "contract_lint.reports.html",
}


def render(form: str, reports: Sequence[Report], view: View = PLAIN) -> str:
    """The reports in one of `FORMATS`."""
    renderer: Callable[[Sequence[Report], View], str] = import_module(FORMATS[form]).render
    return renderer(reports, view)
