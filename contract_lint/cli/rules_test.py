"""`contract-lint rules test`: execute the examples of a user's own rules."""

from __future__ import annotations

import sys

import click

from contract_lint.cli import exits, streams
from contract_lint.cli.language import own


@click.command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def command(paths: tuple[str, ...]) -> int:
    """Execute the examples of your own rules.

    PATH is a rule file, or a folder with rule files or with rulesets/<set>/. The grammars/ beside them are
    used too. Of every example that goes otherwise than it says, you see the landmarks and facts that
    were read in it, and where a pattern missed a landmark.

    \b
    Example:
      contract-lint rules test house-rules

    Exit codes: 0 all as they say, 1 some not, 2 something is wrong in a rule or grammar.
    """
    from contract_lint.reports.trials import render, tried
    from contract_lint.trials import run

    rules, trials = run(paths)
    if not rules:
        raise exits.Undone(f"no rules in {', '.join(paths)}")
    streams.write(render(rules, trials, streams.colored(sys.stdout), streams.width(sys.stdout), own()))
    wrong = any(trial.failure for trial in trials) or not all(map(tried, rules))
    return exits.FINDINGS if wrong else exits.NOTHING
