"""One renderer per format: reports go in, the whole text to print comes out."""

from __future__ import annotations

from contract_lint.reports import json, text

RENDERERS = {"text": text.render, "json": json.render}
