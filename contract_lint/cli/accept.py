"""`contract-lint accept`: take a deviation as it is, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.accepting import register_of, save
from contract_lint.cli.examining import examined
from contract_lint.cli.given import said
from contract_lint.cli.options import about_contract, about_rules, jobs_option, settings_option
from contract_lint.cli.portable import near
from contract_lint.cli.settling import settle
from contract_lint.cli.sources import gather
from contract_lint.model import NO_DATE, Finding, Report, is_date
from contract_lint.register import accepted, merged, read


@click.command
@click.argument("findings", nargs=-1, required=True, metavar="FINDING...")
@click.option("--because", required=True, metavar="TEXT", help="Why it may stand as it is.")
@click.option("--by", default="", metavar="NAME", help="Who accepts it.")
@click.option("--until", default="", metavar="YYYY-MM-DD", help="The last day on which it is accepted.")
@click.option(
    "--in", "paths", multiple=True, metavar="PATH", help="The contract or folder with it.  [default: .]"
)
@click.option("--all", "every", is_flag=True, help="Accept all that a name stands for, not just one.")
@about_contract
@about_rules
@settings_option
@jobs_option
def command(
    findings: tuple[str, ...],
    because: str,
    by: str,
    until: str,
    paths: tuple[str, ...],
    every: bool,
    config: Path | None,
    isolated: bool,
    jobs: int | None,
    **given: Any,  # noqa: ANN401
) -> int:
    """Accept a FINDING as it is: from now on `check` counts it as accepted.

    FINDING is RULE, RULE@ARTICLE, or a fingerprint from the JSON report. The register,
    contract-lint-accepted.json, belongs under version control. An entry holds for the same words wherever
    they move to, and is told when nothing needs it any more.

    \b
    Examples:
      contract-lint accept exit-fee@6.1 --in terms.docx --because "covers the handset" --until 2027-06-30
      contract-lint accept 7830831bc724bf36:1 --in contracts --because "asked by the court" --by "A. Jansen"
    """
    if not because.strip():
        raise click.UsageError("--because needs a reason")
    if until and not is_date(until):
        raise click.UsageError(f"--until: {NO_DATE.format(until)}")
    cases = settle(gather(paths or (".",)), said(given), config, isolated)
    reports = examined(cases, jobs).reports
    for name in findings:
        for at, chosen in _chosen(name, reports, every):
            register = register_of(cases[at])
            save(register, merged(read(register), accepted(reports[at], chosen, because, by, until)))
            for finding in chosen:
                streams.tell(f"{reports[at].path}: accepted: {finding.rule} ({near(register)})\n")
    return exits.NOTHING


def _chosen(name: str, reports: Sequence[Report], every: bool) -> list[tuple[int, list[Finding]]]:
    """The findings that a name stands for, by report."""
    found = [
        (at, [one for one in report.findings if _is(name, one, report)]) for at, report in enumerate(reports)
    ]
    found = [(at, findings) for at, findings in found if findings]
    several = [f"  {_shown(one, reports[at])}" for at, findings in found for one in findings]
    if not several:
        raise exits.Undone(f"no finding is called {name}; `contract-lint check` shows what there is")
    if len(several) > 1 and not every:
        told = "\n".join(several)
        raise exits.Undone(f"{name} stands for {len(several)} findings; name one, or use --all:\n{told}")
    return found


def _is(name: str, finding: Finding, report: Report) -> bool:
    rule, _, number = name.partition("@")
    if finding.fingerprint in (name, f"{name}:1"):
        return True
    return finding.rule == rule and (not number or _number(finding, report) == number)


def _number(finding: Finding, report: Report) -> str:
    return (
        report.contract.clauses[finding.clause].number
        if report.contract and finding.clause is not None
        else ""
    )


def _shown(finding: Finding, report: Report) -> str:
    number = _number(finding, report)
    return f"{finding.fingerprint}  {report.path}  {finding.rule}" + (f"@{number}" if number else "")
