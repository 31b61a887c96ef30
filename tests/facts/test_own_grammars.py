"""The user's own grammars: they extend ours while they are asked for, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.facts import check, find, languages, trails
from contract_lint.facts.catalogue import catalogue
from contract_lint.kinds import kinds, terms
from contract_lint.model import Contract, Fault, Trail
from contract_lint.shipped import extended

FACTS = """\
[own_pets]
about = "Somebody may not keep pets."
fields = { party = "party", kept = "term" }
"""
LEXICON = "OWN_PET.8: /huisdier(?:en)?|hond/\nOWN_KEEP.8: /houd(?:t|en)/\nOWN_NO.8: /geen/\n"
PATTERN = "start: OWN_NO kept OWN_KEEP\nkept: OWN_PET\n"


def folder(place: Path, facts: str = FACTS, lexicon: str = LEXICON, pattern: str = PATTERN) -> Path:
    grammars = place / "grammars" / "nl"
    (grammars / "lexicon").mkdir(parents=True)
    (place / "facts.toml").write_text(facts, "utf-8")
    (grammars / "lexicon" / "pets.lark").write_text(lexicon, "utf-8")
    (grammars / "own_pets.lark").write_text(pattern, "utf-8")
    return place


def contract_of(text: str) -> Contract:
    return divide(read(text.encode(), name="terms.txt"), "nl")


def read_kinds(text: str) -> set[str]:
    return {fact.kind for fact in find(contract_of(text))}


def test_own_grammars_are_read_beside_ours(tmp_path: Path) -> None:
    text = "De huurder mag geen huisdieren houden en zegt op met een opzegtermijn van drie maanden."
    with extended([folder(tmp_path)]):
        assert {"own_pets", "notice_period"} <= read_kinds(text)
        assert "own_pet" in terms()
    assert "own_pets" not in read_kinds(text)
    assert "own_pets" not in kinds()
    assert "own_pet" not in terms()


def test_own_folders_add_up_and_an_inner_one_without_any_changes_nothing(tmp_path: Path) -> None:
    with extended([folder(tmp_path)]), extended([]):
        assert "own_pets" in kinds()


def test_a_landmark_of_ours_can_get_further_words(tmp_path: Path) -> None:
    place = folder(tmp_path, lexicon=LEXICON + "%extend CUSTOMER: /kampeerders?/\n")
    with extended([place]):
        (fact,) = (
            fact
            for fact in find(contract_of("De kampeerder mag geen hond houden."))
            if fact.kind == "own_pets"
        )
        assert getattr(fact.values["party"][0], "name", "") == "customer"


def test_a_kind_of_ours_can_get_another_pattern_and_field(tmp_path: Path) -> None:
    facts = FACTS + '\n[notice_period]\nfields = { own_flag = "flag" }\n'
    place = folder(tmp_path, facts, LEXICON + "OWN_WAIT: /wachttijd/\n")
    (place / "grammars" / "nl" / "notice_period.lark").write_text(
        "start: OWN_WAIT length\nlength: DURATION\nalso: own_flag\nown_flag: OWN_PET\n", "utf-8"
    )
    with extended([place]):
        assert set(kinds()["notice_period"].fields) > {"own_flag", "length"}
        assert "notice_period" in read_kinds("De wachttijd is drie maanden.")
        assert "notice_period" in read_kinds("De klant heeft een opzegtermijn van drie maanden.")


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("facts", FACTS.replace('"term"', '"trem"'), ["facts.toml:3:", '"trem"', "did you mean term"]),
        ("facts", FACTS + "gapp = 3\n", ["facts.toml:4:", '"gapp"', "did you mean gap"]),
        (
            "facts",
            "[own_pets]\nfields = 3\n",
            ["facts.toml:1:", "about", "facts.toml:2:", "names with their types"],
        ),
        ("facts", "x = 1\n" + FACTS, ["facts.toml:1:", "outside any kind"]),
        ("facts", "[own_pets\n", ["facts.toml:1:", "not TOML"]),
        (
            "facts",
            FACTS + '[notice_period]\nfields = { length = "money" }\n',
            ["facts.toml:5:", "duration already"],
        ),
        ("lexicon", LEXICON + "OWN_X: /a(/\n", ["pets.lark:4:", "OWN_X is no regular expression"]),
        ("lexicon", LEXICON + "OWN_X: /a?/\n", ["pets.lark:4:", "OWN_X matches where nothing stands"]),
        ("lexicon", LEXICON + "OWN_X /a/\n", ["pets.lark:4:", "does not compile"]),
        ("lexicon", LEXICON + "CUSTOMER: /x/\n", ["pets.lark:4:", "CUSTOMER"]),
        ("pattern", PATTERN.replace("OWN_PET", "OWN_PETT"), ["own_pets.lark:2:", "did you mean OWN_PET"]),
        (
            "pattern",
            PATTERN.replace("kept", "kpt"),
            ["own_pets.lark:1:", 'no field "kpt"', "did you mean kept"],
        ),
        ("pattern", PATTERN + "start OWN_PET\n", ["own_pets.lark:3:", "does not compile"]),
    ],
)
def test_a_fault_is_told_at_its_line(tmp_path: Path, part: str, text: str, said: list[str]) -> None:
    with extended([folder(tmp_path, **{part: text})]), pytest.raises(Fault) as fault:
        check()
    for words in said:
        assert words in str(fault.value)


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    place = folder(tmp_path, pattern="start: OWN_ONE OWN_TWO\n")
    (place / "grammars" / "nl" / "own_petz.lark").write_text("start: OWN_PET\n", "utf-8")
    with extended([place]), pytest.raises(Fault) as fault:
        check()
    assert len(fault.value.told) == 3
    for words in ("OWN_ONE", "OWN_TWO", '"own_petz" is not declared', "did you mean own_pets"):
        assert words in str(fault.value)


def test_a_measured_kind_has_no_grammar(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "grammars" / "nl" / "hard_sentence.lark").write_text("start: OWN_PET\n", "utf-8")
    with extended([place]), pytest.raises(Fault, match="is measured"):
        check()


@pytest.mark.parametrize("name", ["gone", "empty"])
def test_a_path_without_rules_and_grammars_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Fault, match=name), extended([tmp_path / name]):
        pass


def traced(place: Path, text: str) -> Trail:
    with extended([place]):
        (found,) = trails(contract_of(text), ["own_pets"])
    return found


@pytest.mark.parametrize(
    ("text", "taken", "met", "wanted", "at"),
    [
        ("U mag geen huisdieren.", ["OWN_NO", "OWN_PET"], "end", ("OWN_KEEP",), ""),
        ("Houden mag u geen hond.", ["OWN_NO", "OWN_PET"], "before", ("OWN_KEEP",), "OWN_KEEP"),
        ("U mag blijven.", [], "end", ("OWN_NO",), ""),
        ("Geen hond " + "x" * 200 + " houden.", ["OWN_NO", "OWN_PET"], "far", ("OWN_KEEP",), "OWN_KEEP"),
        ("Geen hond boete houden.", ["OWN_NO", "OWN_PET"], "stop", ("OWN_KEEP",), "OWN_WALL"),
        ("Geen hond houden, behalve een kleine.", [], "denied", (), "OWN_BUT"),
    ],
)
def test_how_far_a_pattern_got(
    tmp_path: Path, text: str, taken: list[str], met: str, wanted: tuple[str, ...], at: str
) -> None:
    lexicon = LEXICON + "OWN_WALL.8: /boete/\nOWN_BUT.8: /behalve/\n"
    found = traced(
        folder(tmp_path, lexicon=lexicon, pattern=PATTERN + "stop: OWN_WALL\nunless: OWN_BUT\n"), text
    )
    assert [term.name for term in found.taken] == taken
    assert (found.met, found.wanted, found.at.name if found.at else "") == (met, wanted, at)


def test_a_pattern_that_matches_leaves_no_trail(tmp_path: Path) -> None:
    with extended([folder(tmp_path)]):
        assert not list(trails(contract_of("U mag blijven. U mag geen hond houden."), ["own_pets"]))


def test_priorities_of_ours_leave_room_for_theirs() -> None:
    """AUTHORING.md says that 8 is above all of ours; a contract's own names come above that."""
    for language in languages():
        assert max(terminal.priority for terminal in catalogue(language).lexicon.terminals) < 8
