"""SARIF: what GitHub asks for, places that hold, and Microsoft's own validator."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from contract_lint import lint
from contract_lint.reports import View, extract, render
from contract_lint.reports.sarif import uri

EXAMPLES = Path(__file__).parents[2] / "examples"
MULTITOOL = shutil.which("Sarif.Multitool")
LIMIT = 1024  # characters of a description that GitHub takes


def run_of(reports, **settings):
    return json.loads(render("sarif", reports, View(**settings)))["runs"][0]


def test_every_result_has_what_github_asks_for(dutch, english):
    run = run_of((dutch, english))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for rule in rules:
        assert all(0 < len(rule[key]["text"]) <= LIMIT for key in ("shortDescription", "fullDescription"))
        assert rule["help"]["text"]
        assert "security-severity" not in rule["properties"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["primaryLocationLineHash"].count(":") == 1
        region = result["locations"][0]["physicalLocation"]["region"]
        assert min(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) >= 1


def test_the_message_opens_with_the_title_and_tells_page_and_article(dutch):
    message = run_of((dutch,))["results"][0]["message"]["text"]
    assert message.startswith("Stilzwijgende verlenging voor vaste tijd. Na afloop")
    assert message.endswith("(p.2, art. 12.2)")


def test_what_is_missing_points_at_the_first_line(dutch):
    location = run_of((dutch,))["results"][2]["locations"][0]["physicalLocation"]
    assert location["region"]["startLine"] == 1


def test_what_was_not_read_makes_the_run_unsuccessful(dutch, english, unreadable):
    told = run_of((dutch, unreadable))["invocations"][0]
    assert not told["executionSuccessful"]
    assert [note["level"] for note in told["toolExecutionNotifications"]] == ["error", "error"]
    assert run_of((english,))["invocations"][0]["executionSuccessful"]


def test_a_comparison_has_baseline_states(next_draft):
    states = [result["baselineState"] for result in run_of((next_draft,))["results"]]
    assert states == ["new", "unchanged", "absent"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("map/algemene voorwaarden.docx", "map/algemene%20voorwaarden.docx"),
        ("./a.pdf", "a.pdf"),
        ("één#1.txt", "%C3%A9%C3%A9n%231.txt"),
    ],
)
def test_paths_are_relative_references(path, told):
    assert uri(path) == told


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
@pytest.mark.parametrize("name", ["sportschool", "hosting"])
def test_lines_are_those_of_the_source_or_of_its_extracted_text(name, suffix):
    report = lint(EXAMPLES / f"{name}{suffix}")
    results = run_of((report,), sidecar=True)["results"]
    text = report.contract.document.path
    lines = Path(text).read_text("utf-8") if suffix == ".txt" else extract.render(report.contract)
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        beside = "" if suffix == ".txt" else ".txt"
        assert place["artifactLocation"]["uri"].endswith(f"{name}{suffix}{beside}")
        region = place["region"]
        if "snippet" in region and region["startLine"] == region["endLine"]:
            line = lines.split("\n")[region["startLine"] - 1]
            shown = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert shown == " ".join(region["snippet"]["text"].split())


@pytest.mark.skipif(not MULTITOOL, reason="Sarif.Multitool is not on PATH (npm: sarif-multitool-linux)")
@pytest.mark.parametrize("sidecar", [True, False])
def test_microsofts_validator_is_content(
    dutch, english, unreadable, next_draft, spared, remarked, tmp_path, sidecar
):
    odd = replace(english, path="map met spaties/één & twee.md")
    view = View(sidecar=sidecar)
    kinds = {"check": (dutch, odd, unreadable), "compare": (next_draft,), "accepted": (spared, remarked)}
    kinds["nothing"] = (unreadable,)
    kinds["real"] = tuple(lint(path) for path in sorted(EXAMPLES.glob("*.[dp]*")))
    kinds["real"] = tuple(replace(report, path=Path(report.path).name) for report in kinds["real"])
    for name, reports in kinds.items():
        (tmp_path / f"{name}.sarif").write_text(render("sarif", reports, view), "utf-8")
        told = tmp_path / f"{name}.told"
        subprocess.run(
            [
                MULTITOOL,
                "validate",
                tmp_path / f"{name}.sarif",
                "--rule-kind",
                "Sarif;Ghas",
                "--output",
                told,
            ],
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            capture_output=True,
            timeout=120,
        )
        results = json.loads(told.read_text("utf-8-sig"))["runs"][0]["results"]
        # SARIF2005 asks for a web page of the tool; it has none.
        found = {result["ruleId"]: result["message"] for result in results}
        assert found.keys() <= {"SARIF2005"}, found
