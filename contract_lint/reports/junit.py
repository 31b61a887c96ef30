"""JUnit XML: a suite for each document, a test case for each finding, an error for what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as xml

from contract_lint.model import Profile, Report, Severity, Standing
from contract_lint.reports.entries import Entry, accepted, entries, gaps
from contract_lint.reports.places import gap, where
from contract_lint.reports.printable import clean
from contract_lint.reports.stale import lines
from contract_lint.reports.view import PLAIN, View
from contract_lint.reports.words import words_for

_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def render(reports: Sequence[Report], view: View = PLAIN) -> str:
    """What fails the run is a failure; what is less serious, accepted or was there before is told too."""
    suites = [_suite(report, view, view.level(at)) for at, report in enumerate(reports)]
    root = _counted(xml.Element("testsuites", name="contract-lint"), suites)
    xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _suite(report: Report, view: View, level: Severity | None) -> xml.Element:
    words = words_for(report, view.language)
    found = (*entries(report), *accepted(report))
    cases = [*_unread(report), *(_case(entry, words, level) for entry in found)]
    suite = xml.Element("testsuite", name=clean(report.path))
    if report.profile:
        suite.append(_assumed(report.profile))
    nothing = xml.Element("testcase", name="no findings", classname=clean(report.path))
    _counted(suite, cases or [nothing])
    if stale := lines(report, view.language):
        xml.SubElement(suite, "system-out").text = "\n".join(stale)
    return suite


def _counted(parent: xml.Element, children: Sequence[xml.Element]) -> xml.Element:
    """The parent with these children and the number of tests, failures and errors in them."""
    parent.extend(children)
    totals = {"tests": len(list(parent.iter("testcase")))}
    totals |= {name: len(list(parent.iter(tag))) for tag, name in _COUNTED.items()}
    for name, count in totals.items():
        parent.set(name, str(count))
    return parent


def _assumed(profile: Profile) -> xml.Element:
    properties = xml.Element("properties")
    for name, trait in profile.traits().items():
        told = f"{trait.value} ({trait.reason})" if trait.reason else trait.value
        xml.SubElement(properties, "property", name=name, value=clean(told))
    return properties


def _unread(report: Report) -> Iterator[xml.Element]:
    for path, unread in gaps(report):
        case = xml.Element("testcase", name=f"read: {gap(unread)}", classname=clean(path))
        xml.SubElement(case, "error", message=f"not read: {gap(unread)}", type="not-read")
        yield case


def _case(entry: Entry, words: dict[str, str], level: Severity | None) -> xml.Element:
    finding, at = entry.finding, where(entry, words)
    name = f"{finding.rule}: {at}" if at else finding.rule
    case = xml.Element("testcase", name=clean(f"{name} [{finding.fingerprint}]"), classname=clean(entry.path))
    told = "\n".join(_lines(entry, words))
    if entry.fails(level):
        kind = {"message": clean(finding.message), "type": str(finding.severity)}
        xml.SubElement(case, "failure", kind).text = told
    elif entry.acceptance:
        xml.SubElement(case, "skipped", message=f"{words['accepted']}: {clean(entry.acceptance.because)}")
    elif entry.standing is Standing.KEPT:
        xml.SubElement(case, "skipped", message=f"{words['kept']}: {clean(finding.message)}")
    else:
        xml.SubElement(case, "system-out").text = told
    return case


def _lines(entry: Entry, words: dict[str, str]) -> Iterator[str]:
    finding = entry.finding
    yield f"{finding.severity}: {clean(finding.message)}"
    if entry.standing:
        yield words[entry.standing.value]
    if entry.quote:
        yield f'"{clean(entry.quote)}"'
    yield f"{words['why']}: {clean(finding.why)}"
    if finding.basis:
        yield f"{words['law']}: {clean('; '.join(basis.cite for basis in finding.basis))}"
    if finding.rewrite:
        yield f"{words['instead']}: {clean(finding.rewrite.text)}"
