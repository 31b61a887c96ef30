"""What a settings file may hold: its structs, and the JSON Schema made of them, by which editors help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

SCHEMA = Path(__file__).with_name("settings.schema.json")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Level = Literal["error", "warning", "note"]
Words = list[str]


def _told(text: str) -> msgspec.Meta:
    return msgspec.Meta(description=text)


class Limit(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What one document may cost; sizes in MB, 0 for no limit."""

    seconds: int | None = None
    memory: int | None = None
    file: int | None = None


class Common(msgspec.Struct, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """What can be said of all contracts, and of some of them."""

    audience: Annotated[
        Literal["consumer", "small-business", "business"] | None, _told("Whom the contracts bind.")
    ] = None
    sector: Annotated[str | None, _told("The trade, such as telecom or energy.")] = None
    concluded: Annotated[Literal["online", "phone", "paper"] | None, _told("How the contracts are made.")] = (
        None
    )
    jurisdiction: Annotated[
        Literal["nl", "be", "other"] | None, _told("Whose law the contracts are under.")
    ] = None
    date: Annotated[str | None, _told("When the contracts are concluded, as 2026-01-31.")] = None
    language: Annotated[Literal["nl", "en"] | None, _told("The language of the contracts.")] = None
    report_language: Annotated[Literal["nl", "en"] | None, _told("The language of the report.")] = None
    tracked: Annotated[
        Literal["accepted", "original"] | None, _told("Which side of tracked changes to read.")
    ] = None
    ocr: Annotated[bool | None, _told("Recognise the text of scanned pages, with tesseract.")] = None
    rulesets: Annotated[Words | None, _told("Use these rulesets alone.")] = None
    select: Annotated[Words | None, _told("Use these rules or families alone.")] = None
    ignore: Annotated[Words | None, _told("Leave these rules or families out.")] = None
    rules: Annotated[Words | None, _told("Paths of own rules, with the grammars/ beside them.")] = None
    severity: Annotated[
        dict[str, Level] | None, _told("Another severity, by rule or family; the report says so.")
    ] = None
    fail_on: Annotated[
        Literal["error", "warning", "note", "none"] | None, _told("Exit 1 from this severity on.")
    ] = None


class Some(Common, forbid_unknown_fields=True, rename="kebab", omit_defaults=True, kw_only=True):
    """What holds for the contracts whose paths match; later entries go before earlier ones."""

    match: Annotated[Words, _told("Paths below this file's folder: **/b2b/*.docx")]


class Settings(Common, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """The settings of contract-lint."""

    extend: Annotated[str | None, _told("Another settings file, which this one goes before.")] = None
    exclude: Annotated[Words | None, _told("Paths that are passed over when a folder is walked.")] = None
    register: Annotated[str | None, _told("The file of accepted deviations.")] = None
    limits: Annotated[Limit | None, _told("What one document may cost.")] = None
    files: Annotated[list[Some] | None, _told("Settings for some of the contracts.")] = None


def schema() -> dict[str, Any]:
    """The JSON Schema of a settings file."""
    head = {"$schema": _DIALECT, "$id": "urn:contract-lint:settings:1.0", "title": "contract-lint settings"}
    return {**head, **msgspec.json.schema(Settings)}


def printed() -> str:
    """The schema as `settings.schema.json` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
