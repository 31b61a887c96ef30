"""What was given on the command line or in settings, in the pipeline's words."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click
from click.core import ParameterSource
from msgspec.structs import replace

from contract_lint.cli import streams
from contract_lint.cli.options import AUTO
from contract_lint.cli.pdf_options import password_in, patient
from contract_lint.documents import IN_BYTES, MB, STANDARD, Limits
from contract_lint.pipeline import Options

_SETTING = {"ruleset": "rulesets", "own_rules": "rules"}  # where an option has another name than its setting
_PLAIN = (
    "audience",
    "sector",
    "concluded",
    "jurisdiction",
    "date",
    "language",
    "report_language",
    "tracked",
    "ocr",
    "rulesets",
    "select",
    "ignore",
)


def said(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was really given on the command line, by the names of the settings."""
    context = click.get_current_context()
    usual = (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
    return {
        _SETTING.get(name, name.replace("_", "-")): None if value == AUTO else value
        for name, value in given.items()
        if context.get_parameter_source(name) not in usual
    }


def options_from(values: Mapping[str, Any]) -> Options:
    """Settings by their names, in the pipeline's words; what is not among them is as usual."""
    names = {"own_rules": "rules", **{name: name.replace("_", "-") for name in _PLAIN}}
    told = {field: values.get(name) for field, name in names.items()}
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items() if value
    }
    severity = tuple(sorted((values.get("severity") or {}).items()))
    limits = _limits_from(values.get("limits") or {})
    return Options(
        **made,
        severity=severity,
        password=password_in(values.get("password-file")),
        limits=patient(limits) if made.get("ocr") else limits,
        progress=streams.progress,
    )


def _limits_from(asked: Mapping[str, int]) -> Limits:
    """Limits as a person writes them: sizes in MB, 0 for none."""
    scaled = {name: number * (MB if name in IN_BYTES else 1) for name, number in asked.items()}
    return replace(STANDARD, **{name: number or sys.maxsize for name, number in scaled.items()})
