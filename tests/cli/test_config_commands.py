"""`config show`, `init`, and settings as `check` uses them."""

from pathlib import Path

import pytest

from contract_lint.pipeline import load


def test_config_show_tells_what_holds_and_who_said_so(run):
    Path(".contract-lint.toml").write_text('sector = "gym"\nignore = ["penalty", "liability"]\n')
    told = run("config", "show", "a.txt", "--audience", "business").stdout.splitlines()
    assert told[0] == "settings file: .contract-lint.toml"
    assert "audience         business  (the command line)" in told
    assert "sector           gym  (.contract-lint.toml:1)" in told
    assert "ignore           penalty, liability  (.contract-lint.toml:2)" in told
    assert "concluded        -" in told


def test_init_writes_settings_that_change_nothing_and_never_overwrites(run):
    assert run("init", "--hook").stdout == "wrote .contract-lint.toml\nwrote .pre-commit-config.yaml\n"
    assert "settings file: .contract-lint.toml" in run("config", "show", "a.txt").stdout
    Path(".contract-lint.toml").write_text("# mine\n")
    again = run("init")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert Path(".contract-lint.toml").read_text() == "# mine\n"
    assert "audience" in run("init", "--show").stdout


def test_check_uses_the_settings_of_each_file(run, asked):
    Path(".contract-lint.toml").write_text(
        'audience = "consumer"\nexclude = ["old/**"]\n[[files]]\nmatch = ["b2b/**"]\naudience = "business"\n'
    )
    for name in ("a.txt", "b2b/b.txt", "old/c.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("fair")
    assert run("check", ".").exit_code == 0
    assert [options.audience for options in asked] == ["consumer", "business"]
    asked.clear()
    run("check", "old/c.txt", "--isolated")
    assert [options.audience for options in asked] == [None]


def test_the_level_to_fail_on_may_differ_by_file(run):
    Path(".contract-lint.toml").write_text(
        'fail-on = "none"\n[[files]]\nmatch = ["b.txt"]\nfail-on = "note"\n'
    )
    Path("a.txt").write_text("an error")
    assert run("check", "a.txt").exit_code == 0
    assert run("check", "a.txt", "--fail-on", "error").exit_code == 1
    Path("b.txt").write_text("a note")
    assert run("check", ".").exit_code == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'sektor = "gym"\n',
            '.contract-lint.toml:1: there is no setting "sektor" here; did you mean sector?',
        ),
        (
            '\nignore = ["penalti"]\n',
            '.contract-lint.toml:2: no rule or family is called "penalti"; did you mean',
        ),
        ('[severity]\nliabilty = "note"\n', ".contract-lint.toml:1: no rule or family is called"),
    ],
)
def test_what_is_wrong_in_settings_is_told_at_its_line(run, monkeypatch, text, told):
    from contract_lint.cli import settling

    monkeypatch.setattr(settling, "load", load)
    Path(".contract-lint.toml").write_text(text)
    Path("a.txt").write_text("fair")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert told in result.stderr


def test_another_severity_is_used_and_told(process, tmp_path):
    (tmp_path / "a.txt").write_text(
        "1. U kunt de overeenkomst met ons alleen per aangetekende brief opzeggen.\n"
    )
    (tmp_path / ".contract-lint.toml").write_text('[severity]\ncancellation-form = "note"\n')
    done = process("check", "a.txt", encoding="utf-8")
    assert done.returncode == 0
    assert "lager gezet in de instellingen" in done.stdout
