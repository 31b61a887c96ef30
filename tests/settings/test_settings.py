"""Settings files: what holds for a contract, who said so, and what is wrong at which line."""

import json
from pathlib import Path

import pytest

from contract_lint.model import Fault
from contract_lint.settings import GIVEN, held, nearest_file
from contract_lint.settings.chain import HELD, matches
from contract_lint.settings.file import SCHEMA, printed
from contract_lint.settings.starting import STARTS, start


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_toml", ".toml").replace("own", ".contract-lint")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_the_nearest_file_above_the_contract_holds_alone(repository):
    write(
        repository,
        own_toml='audience = "consumer"\nsector = "gym"\n',
        b2b__own_toml='audience = "business"\n',
    )
    holding = held(repository / "b2b" / "deep" / "terms.docx")
    assert holding.get("audience") == "business"
    assert holding.get("sector") is None
    assert holding.origin("audience") == f"{repository / 'b2b' / '.contract-lint.toml'}:1"
    assert held(repository / "terms.docx").get("audience") == "consumer"


def test_pyproject_counts_only_with_our_table_in_it(repository):
    table = '[tool.contract-lint]\nsector = "gym"\n'
    write(repository, pyproject_toml=table, sub__pyproject_toml="[project]\n", nearer__own_toml="")
    assert held(repository / "sub" / "a.txt").get("sector") == "gym"
    assert held(repository / "nearer" / "a.txt").get("sector") is None


def test_nothing_above_the_repository_holds(tmp_path):
    write(tmp_path, own_toml='sector = "gym"\n')
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert nearest_file(tmp_path / "repo" / "a.txt") is None


def test_a_file_goes_before_the_one_it_extends(repository):
    write(
        repository,
        house__own_toml='audience = "consumer"\nsector = "gym"\nrules = ["m"]\n[severity]\na = "note"',
        own_toml='extend = "house/.contract-lint.toml"\naudience = "business"\n[severity]\npenalty = "error"',
    )
    holding = held(repository / "a.txt")
    assert (holding.get("audience"), holding.get("sector")) == ("business", "gym")
    assert holding.get("severity") == {"a": "note", "penalty": "error"}
    assert holding.get("rules") == [str(repository / "house" / "m")]


def test_settings_for_some_files_go_before_those_for_all(repository):
    first = '[[files]]\nmatch = ["**/b2b/**"]\naudience = "business"\n'
    second = '[[files]]\nmatch = ["x.md"]\nsector = "gym"\n'
    write(repository, own_toml='audience = "consumer"\n' + first + second)
    assert held(repository / "b2b" / "x.md").get("audience") == "business"
    assert held(repository / "a" / "b2b" / "c" / "x.md").get("audience") == "business"
    assert held(repository / "x.md").get("sector") == "gym"
    assert held(repository / "x.md").origin("sector").endswith(":7")


def test_the_command_line_goes_before_all(repository):
    write(repository, own_toml='sector = "gym"\n[limits]\nseconds = 3\nmemory = 9\n')
    holding = held(repository / "a.txt", {"sector": "telecom", "limits": {"seconds": 5}})
    assert (holding.get("sector"), holding.origin("sector")) == ("telecom", GIVEN)
    assert holding.get("limits") == {"seconds": 5, "memory": 9}
    assert held(repository / "a.txt", isolated=True).values == {}


def test_everything_wrong_is_told_at_its_line(repository):
    text = """audiense = "consumer"
fail-on = "erro"
ignore = "x"
[limits]
seconds = "ten"
[[files]]
match = ["a"]
sector = 5
[[files]]
sector = "gym"
"""
    write(repository, own_toml=text)
    with pytest.raises(Fault) as caught:
        held(repository / "a.txt")
    path = repository / ".contract-lint.toml"
    told = [line.removeprefix(f"{path}:") for line in caught.value.told]
    assert [line.split(";")[0] for line in told] == [
        '1: there is no setting "audiense" here',
        '2: "erro" cannot stand here',
        "3: here should stand a list, not words",
        "5: here should stand a whole number, not words",
        "8: here should stand words, not a whole number",
        '9: "match" is missing here',
    ]
    assert "did you mean audience?" in told[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('sector = "gym', "not TOML"),
        ('extend = "gone.toml"', ":1: there is no file gone.toml to extend"),
        ('extend = ".contract-lint.toml"', "extends itself"),
    ],
)
def test_a_file_that_cannot_be_used(repository, text, told):
    write(repository, own_toml=text)
    with pytest.raises(Fault, match=told):
        held(repository / "a.txt")


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a/b.docx", "a/*.docx", True),
        ("b.docx", "**/*.docx", True),
        ("x/y/b.docx", "**/*.docx", True),
        ("archive/x/b.docx", "archive", True),
        ("archived/b.docx", "archive", False),
        ("a/b.docx", "b.docx", False),
    ],
)
def test_patterns(repository, path, pattern, fits):
    assert matches(repository / path, pattern, repository) is fits


def test_the_schema_is_the_one_that_the_structs_make():
    assert SCHEMA.read_text("utf-8") == printed()
    assert set(HELD) <= set(json.loads(printed())["$defs"]["Settings"]["properties"])


def test_the_settings_to_start_from_name_every_setting_and_hold_when_uncommented(repository):
    text = start("settings")[1]
    assert all(f"{name} = " in text or f"[{name}]" in text for name in set(HELD) - TOLD_ELSEWHERE)
    lines = [line.removeprefix("# ") for line in text.splitlines() if "= " in line or line.startswith("# [")]
    write(repository, own_toml="\n".join(lines))
    assert held(repository / "b2b" / "a.txt").get("audience") == "business"


TOLD_ELSEWHERE = {"language", "tracked", "rulesets", "select"}


@pytest.mark.parametrize("what", sorted(STARTS))
def test_every_start_says_what_it_is(what):
    assert start(what)[1].startswith("# ")
