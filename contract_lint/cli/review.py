"""`contract-lint review`: give a contract back with the findings and the fair words in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from contract_lint.agreement import agreed
from contract_lint.cli import exits, language, streams
from contract_lint.cli.accepting import decided
from contract_lint.cli.examining import examined
from contract_lint.cli.given import said
from contract_lint.cli.options import about_contract, about_rules, settings_option
from contract_lint.cli.settling import Settled, settle
from contract_lint.cli.sources import Source
from contract_lint.cli.today import epoch
from contract_lint.documents import ACCEPTED
from contract_lint.model import Contract, Report, Severity
from contract_lint.pipeline import spoken
from contract_lint.reviews import Item, Reviewed, Settings, Unreviewable, review

LEVELS = {str(level): level for level in Severity}
_TEXTS = (".md", ".markdown", ".txt")


class Asked(Struct, frozen=True):
    """What to write, and where."""

    path: Path
    output: Path | None
    comments: bool
    changes: bool
    severity: Severity
    author: str
    diff: bool

    @property
    def is_pdf(self) -> bool:
        """Whether the document is a PDF, in which words cannot be changed."""
        return self.path.suffix.lower() == ".pdf"


@click.command
@click.argument("path", metavar="IN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; never IN itself.",
)
@click.option("--diff", is_flag=True, help="Write the changes as a unified diff (.md, .txt).")
@click.option("--comments-only", is_flag=True, help="Say what to change, and change nothing.")
@click.option("--changes-only", is_flag=True, help="Change, and say nothing.")
@click.option(
    "--severity",
    type=click.Choice(list(LEVELS)),
    default=str(Severity.NOTE),
    show_default=True,
    help="Leave out findings below this level.",
)
@click.option("--author", default="contract-lint", show_default=True, help="Who signs comments and changes.")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@about_contract
@about_rules
@settings_option
def command(
    path: Path,
    output: Path | None,
    diff: bool,
    comments_only: bool,
    changes_only: bool,
    severity: str,
    author: str,
    force: bool,
    config: Path | None,
    isolated: bool,
    **given: Any,  # noqa: ANN401
) -> int:
    """Write a copy of a contract with the findings and the fair words in it.

    Word (.docx): every finding is a comment on its words, its rewrite a tracked change to accept or reject;
    what others changed or said there stays. PDF: the words are highlighted, with a note, and an outline
    lists the findings; the original bytes stay in front. Markdown and text: the rewrites are made, or shown
    as a diff.

    Comments and changes are dated by SOURCE_DATE_EPOCH, else 1 January 2000: equal input, equal bytes.

    \b
    Examples:
      contract-lint review terms.docx -o terms-reviewed.docx --audience consumer
      contract-lint review terms.docx -o remarks.docx --comments-only --severity warning
      contract-lint review terms.pdf -o terms-reviewed.pdf
      contract-lint review terms.md --diff | git apply

    Exit codes: 0 the review is written, 2 not everything could be read or written: it says what.
    """
    if comments_only and changes_only:
        raise click.UsageError("--comments-only and --changes-only leave nothing to write; choose one")
    level = LEVELS[severity]
    asked = Asked(path, output, not changes_only, not comments_only, level, author, diff)
    case = _settled(path, said(given), config, isolated)
    _check(asked, force)
    report = decided(examined([case], 1).reports, [case]).reports[0]
    if report.contract is None:
        raise exits.Undone("\n".join(f"{report.path}: {one.reason}" for one in report.unread))
    settings = _settings(asked, case, report.contract)
    items = agreed(report, case.options, case.rules, settings)
    done = _reviewed(asked, report.contract, items, settings)
    return _told(report, done, asked, case)


def _settled(path: Path, given: dict[str, Any], config: Path | None, isolated: bool) -> Settled:
    """The one document with all that holds for it."""
    if path.is_dir():
        raise exits.Undone(f"{path.as_posix()} is a folder; review one document at a time")
    case = settle([Source(path.as_posix(), path)], given, config, isolated)[0]
    if case.options.tracked != ACCEPTED:
        raise exits.Undone("a review stands in the text with its changes accepted; leave out --tracked")
    return case


def _check(asked: Asked, force: bool) -> None:
    """Whether what is asked for can be written: told before the work, not after it."""
    path, output = asked.path, asked.output
    text = path.suffix.lower() in _TEXTS
    if asked.diff and not text:
        raise exits.Undone(f"{path.as_posix()}: --diff is for {', '.join(_TEXTS)}")
    if text and not asked.changes:
        raise exits.Undone(f"{path.as_posix()}: a text has no comments; see `contract-lint check`")
    if asked.is_pdf and not asked.comments:
        raise exits.Undone(f"{path.as_posix()}: a PDF takes no changes, only notes; review the Word file")
    if output is not None:
        _check_output(asked, output, force)
    elif not asked.diff:
        raise click.UsageError("say which file to write, with -o OUT")


def _check_output(asked: Asked, output: Path, force: bool) -> None:
    """Whether this file can be written and is not the document, by whatever name."""
    path, name = asked.path, output.as_posix()
    if output.resolve() == path.resolve() or (output.exists() and path.exists() and output.samefile(path)):
        raise exits.Undone(f"{name} is the document itself; choose another file")
    if not asked.diff and output.suffix.lower() != path.suffix.lower():
        raise exits.Undone(f"{name}: the review of a {path.suffix} file is a {path.suffix} file too")
    if not output.parent.is_dir():
        raise exits.Undone(f"{name}: there is no folder {output.parent.as_posix()}; make it first")
    if output.exists() and not force:
        raise exits.Undone(f"{name} is there already; choose another file, or --force to overwrite it")


def _settings(asked: Asked, case: Settled, contract: Contract) -> Settings:
    return Settings(
        author=asked.author,
        comments=asked.comments,
        changes=asked.changes and not asked.is_pdf,
        severity=asked.severity,
        language=spoken(contract, case.options),
        epoch=epoch(),
    )


def _reviewed(asked: Asked, contract: Contract, items: tuple[Item, ...], settings: Settings) -> Reviewed:
    """Write the review; gives what was written and what was not."""
    try:
        data = asked.path.read_bytes()
        done = review(data, contract, items, settings)
        content: bytes | str = done.content
        if asked.diff:
            from contract_lint.reviews.text.patch import patch

            content = patch(data, done.content, contract.document.path)
        if asked.output is None:
            streams.write(str(content))
        else:
            streams.save(content, asked.output)
    except Unreviewable as error:
        raise exits.Undone(f"{contract.document.path}: {error}") from error
    except OSError as error:
        raise exits.Undone(f"{error.filename or asked.output}: {error.strerror or error}") from error
    return done


def _told(report: Report, done: Reviewed, asked: Asked, case: Settled) -> int:
    """Say what was written and what was not; gives the exit code."""
    from contract_lint.reports import notes

    lines = [notes.render([report], case.options.report_language, language.own()).rstrip("\n")]
    name = asked.output.as_posix() if asked.output else report.path
    said = [f"{name}: not written: {one.what} ({one.finding.rule}): {one.why}" for one in done.troubles]
    said += [f"{name}: {note}" for note in done.notes]
    said.append(f"{name}: findings commented on: {done.remarked}, rewritten: {done.changed}")
    lines += map(language.say, said)
    streams.write("\n".join(lines) + "\n", sys.stderr)
    return exits.UNDONE if report.unread or done.troubles else exits.NOTHING
