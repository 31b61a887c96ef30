"""What the commands say, in the language of whoever runs them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from contract_lint.cli import language

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HELP = Path(__file__).parent / "help"


@pytest.fixture
def dutch(run, monkeypatch):
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    return run


@pytest.mark.parametrize(
    ("settings", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:nl:en"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "nl"}, "nl"),
        ({"LANG": "C", "LANGUAGE": "nl"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "C", "CONTRACT_LINT_LANGUAGE": "nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "CONTRACT_LINT_LANGUAGE": "en"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "CONTRACT_LINT_LANGUAGE": "klingon"}, "nl"),
    ],
    ids=str,
)
def test_the_language_is_the_users(settings, spoken, monkeypatch):
    for name in ("CONTRACT_LINT_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert language.own() == spoken


@pytest.mark.parametrize("args", [[], ["check"], ["review"], ["baseline", "create"]], ids=" ".join)
def test_help_in_dutch(args, dutch, request):
    golden = HELP / f"{'-'.join(args) or 'main'}.nl.txt"
    told = dutch(*args, "--help").output
    if request.config.getoption("--accept"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek"], 'Fout: er is geen opdracht "chek"; is "check" bedoeld?'),
        (["check"], "Fout: Er ontbreekt een argument: 'PATH...'."),
        (["check", "--bogus"], "Fout: Er is geen optie '--bogus'."),
        (["check", "x", "--format"], "Fout: Bij optie '--format' hoort een waarde."),
        (["check", "x", "--ocr=1"], "Fout: Bij optie '--ocr' hoort geen waarde."),
        (["check", "x", "--fail-on", "y"], "Fout: Ongeldige waarde voor '--fail-on': 'y' is niet een van"),
        (["check", "x", "-j", "0"], "Fout: Ongeldige waarde voor '-j' / '--jobs': 0 valt buiten het bereik"),
        (["check", "x", "--config", "no"], "'--config': Bestand 'no' bestaat niet."),
        (["check", "x", "--limit", "time=1"], "'--limit': er is geen grens \"time\""),
        (["schema", "rules", "more"], "Fout: Er is een argument te veel (more)"),
        (["compare", "a", "a"], "Fout: OLD en NEW zijn allebei a; noem twee versies"),
        (["accept", "x", "--because", " "], "Fout: bij --because hoort een reden"),
        (["explain", "exit-fe"], 'Fout: er is geen regel "exit-fe"; is exit-fee of energy-exit-fee bedoeld?'),
    ],
    ids=str,
)
def test_errors_in_dutch(args, said, dutch):
    done = dutch(*args)
    assert done.exit_code == 2
    assert said in done.output
    assert "Error" not in done.output


def test_faults_in_settings_are_told_in_dutch(dutch):
    Path(".contract-lint.toml").write_text('audiense = "consumer"\nrules = 1\n')
    Path("terms.txt").write_text("Het lid zegt op met een maand.")
    said = dutch("check", ".").output
    assert '.contract-lint.toml:1: er is hier geen instelling "audiense"; is audience bedoeld?' in said
    assert "toegestaan: audience, concluded" in said
    assert " rules, " in said  # a name that somebody chose is no word of ours
    assert ".contract-lint.toml:2: hier hoort een lijst te staan, niet een heel getal" in said


def test_what_was_not_read_is_told_in_the_language_of_the_user(process, tmp_path):
    shutil.copy(EXAMPLES / "hosting.txt", tmp_path)
    done = process("check", "gone.pdf", "hosting.txt", env={"LANG": "nl_NL.UTF-8", "LC_MESSAGES": ""})
    told = done.stderr.decode().splitlines()
    assert told[0].startswith("hosting.txt: English; audience: consumer")  # in the contract's own
    assert told[-2] == "gone.pdf: niet gelezen: bestaat niet"


def test_programs_read_the_same_in_every_language(process, tmp_path):
    shutil.copy(EXAMPLES / "hosting.txt", tmp_path)
    forms = ("json", "sarif", "junit", "github", "gitlab", "csv")
    for told in ("C", "nl_NL.UTF-8"):
        (tmp_path / told).mkdir()
        asked = [part for form in forms for part in ("--output", f"{form}={told}/{form}")]
        process("check", "gone.pdf", "hosting.txt", *asked, env={"LC_MESSAGES": "", "LANG": told})
    for form in forms:
        assert (tmp_path / "C" / form).read_bytes() == (tmp_path / "nl_NL.UTF-8" / form).read_bytes()


def test_a_dutch_report_tells_in_dutch_what_was_not_read(process, tmp_path):
    (tmp_path / "raar.html").write_text("<p>De klant betaalt vooraf en kan niet opzeggen. <!-- open")
    done = process("check", "raar.html", "--format", "markdown")
    assert "een tag, opmerking of script dat daar begint heeft geen einde" in done.stdout.decode()
    assert "alles na regel 1" in done.stderr.decode()


def test_an_english_run_loads_no_table():
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('LOADED', 'contract_lint.translations' in sys.modules))\n"
        "sys.argv = ['contract-lint', '--help']\n"
        "from contract_lint.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "LOADED False"


def test_the_examples_of_a_rule_are_told_in_dutch(dutch):
    assert (
        "probeer nu: contract-lint rules test house/no-fees.yaml"
        in dutch("rules", "new", "no-fees", "--ruleset", "house").output
    )
    rule = Path("house/no-fees.yaml")
    assert dutch("rules", "test", "house").output.startswith("1 regel, ")
    rule.write_text(
        rule.read_text("utf-8").replace("één maand", "vier maanden").replace("[[opzegt", "[[een vaste t")
    )
    told = dutch("rules", "test", "house").output
    assert "moet vrijuit gaan, maar wordt gevonden" in told
    assert "onderlijnd  " in told
    assert told.splitlines()[-1].endswith("zoals het er staat, 2 niet")
