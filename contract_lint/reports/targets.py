"""The file and lines that formats for programs point at."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from contract_lint.model import Contract
from contract_lint.reports.entries import Entry
from contract_lint.reports.regions import FIRST, SIDECAR, Locate, Region, is_binary, regions
from contract_lint.reports.view import View


class Target(NamedTuple):
    """A file, and where in it. `lined` tells whether the file itself has these lines."""

    path: str
    region: Region
    lined: bool


Aim = Callable[[Entry], Target]


def aims(view: View) -> Aim:
    """A function that tells what an entry points at; what is missing points at the first line."""
    known: dict[int, Locate] = {}

    def locate(contract: Contract) -> Locate:
        if id(contract) not in known:
            known[id(contract)] = regions(contract)
        return known[id(contract)]

    def aim(entry: Entry) -> Target:
        evidence, binary = entry.finding.evidence, is_binary(entry.contract.document)
        region = locate(entry.contract)(evidence.span) if evidence else FIRST
        beside = binary and view.sidecar
        return Target(entry.path + SIDECAR if beside else entry.path, region, beside or not binary)

    return aim
