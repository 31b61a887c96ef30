"""What a rule file may hold: its structs, and the JSON Schema made of them, by which editors help."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

SCHEMA = Path(__file__).with_name("rule.schema.json")
SCAFFOLD = Path(__file__).with_name("scaffold.yaml")  # a rule to start from
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """The same words in each language."""

    nl: str
    en: str


class BasisEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A legal basis, or a norm of one's own that says so."""

    cite: Annotated[str, msgspec.Meta(description='As a lawyer cites it: "art. 6:237 sub o BW".')]
    checked: Annotated[str, msgspec.Meta(description="The date it was compared with its source.")]
    url: Annotated[str, msgspec.Meta(description="Where to read it.")] = ""
    note: Annotated[str, msgspec.Meta(description="What a reader of the rule should know of it.")] = ""


class Applies(msgspec.Struct, forbid_unknown_fields=True):
    """For which contracts the rule speaks; for others its findings are kept back. Left out: for all."""

    audience: list[Literal["consumer", "small-business", "business"]] = []
    sector: Annotated[list[str], msgspec.Meta(description="Only these sectors.")] = []
    not_sector: Annotated[list[str], msgspec.Meta(description="Sectors with a regime of their own.")] = []
    concluded: list[Literal["online", "phone", "paper", "unknown"]] = []
    jurisdiction: list[Literal["nl", "be", "other", "unknown"]] = []
    since: Annotated[str, msgspec.Meta(description="The date from which its law is in force.")] = ""


class RewriteEntry(msgspec.Struct, forbid_unknown_fields=True):
    """What to write instead, by `of` with `to`, by `sentence` or by `insert`; "[...]" marks a blank."""

    effect: Annotated[
        Literal["wording", "rights", "advice"],
        msgspec.Meta(description="The same rights in plainer words; other rights; or only shown as advice."),
    ]
    of: Annotated[str, msgspec.Meta(description="The field whose words `to` replaces.")] = ""
    to: Words | None = None
    begins: Annotated[
        Words | None,
        msgspec.Meta(description="`to` fits only where the words it replaces begin with one of these."),
    ] = None
    sentence: Annotated[Words | None, msgspec.Meta(description="Replaces the whole sentence.")] = None
    insert: Annotated[Words | None, msgspec.Meta(description="A clause to add.")] = None


class ExampleEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Examples of one language, executed by `contract-lint rules test`."""

    unfair: Annotated[
        list[str], msgspec.Meta(description="Texts that the rule must find; [[ ]] around what it underlines.")
    ]
    fair: Annotated[list[str], msgspec.Meta(description="Texts that look like it and must pass.")]


class RuleFile(msgspec.Struct, forbid_unknown_fields=True):
    """A rule: what a law or a norm wants of a fact, in whose words, with its own executed examples."""

    title: Words
    family: Annotated[str, msgspec.Meta(description="The family of clauses, as `contract-lint rules` lists.")]
    when: Annotated[str, msgspec.Meta(description="The condition: length > 1 month and party != supplier")]
    severity: Annotated[
        dict[str, Literal["error", "warning", "note"]],
        msgspec.Meta(description="By condition, the first that holds; `default` where none does."),
    ]
    basis: list[BasisEntry]
    message: Annotated[Words, msgspec.Meta(description="{field} and {field|words when there is none}.")]
    why: Words
    given: Annotated[
        str | dict[str, str],
        msgspec.Meta(description="The fact kind, or names with their kinds; left out: the whole document."),
    ] = ""
    applies: Applies = msgspec.field(default_factory=Applies)
    rewrite: RewriteEntry | None = None
    examples: dict[Literal["nl", "en"], ExampleEntry] = {}
    example_profile: Annotated[
        dict[Literal["audience", "sector", "concluded", "jurisdiction", "date"], str],
        msgspec.Meta(description="What contract the examples are from; a consumer's unless this says."),
    ] = {}


def schema() -> dict[str, Any]:
    """The JSON Schema of a rule file."""
    made = msgspec.json.schema(RuleFile)
    rule = made["$defs"]["RuleFile"]
    traits = ["audience", "sector", "concluded", "jurisdiction", "date"]
    for name, keys in (("examples", ["nl", "en"]), ("example_profile", traits)):
        rule["properties"][name]["propertyNames"] = {"enum": keys}
    head = {"$schema": _DIALECT, "$id": "urn:contract-lint:rule:1.0", "title": "contract-lint rule"}
    return {**head, **made}


def printed() -> str:
    """The schema as `rule.schema.json` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
