"""What the program does before it does anything: start fast, tell its name, list its commands."""

import subprocess
import sys
from importlib import import_module

import pytest

from contract_lint import __version__
from contract_lint.cli import COMMANDS

HEAVY = {"lark", "docx", "pdfplumber", "pypdfium2", "yaml", "msgspec", "lxml", "contract_lint.pipeline"}


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["-h"]])
def test_it_starts_without_the_heavy_libraries(args):
    program = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print('LOADED', *({HEAVY!r} & set(sys.modules))))\n"
        f"sys.argv = ['contract-lint', *{args!r}]\n"
        "from contract_lint.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "LOADED"


def test_check_imports_readers_and_parsers_only_when_it_needs_them():
    program = f"import sys, contract_lint, contract_lint.cli.check; print(*({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert set(done.stdout.split()) == {"contract_lint.pipeline", "msgspec"}


def test_the_version(process):
    done = process("--version")
    assert done.stdout.decode().split() == ["contract-lint,", "version", __version__]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_listed_and_helps(run, name):
    module, told = COMMANDS[name]
    assert import_module(module).command.help
    assert f"  {name}" in run("--help").output
    assert told in " ".join(run("--help").output.split())
    helped = run(name, "--help")
    assert helped.exit_code == 0
    assert helped.output.startswith(f"Usage: contract-lint {name}")
