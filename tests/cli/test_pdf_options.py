"""Encrypted PDFs open with a password from a file, in every command that reads a document."""

import io

import pytest
from click.testing import CliRunner
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from contract_lint.cli import main

COMMANDS = ["check", "facts", "extract"]


@pytest.fixture
def run():
    """The command line with the real readers behind it."""
    return lambda *args: CliRunner().invoke(main, list(args))


@pytest.fixture
def encrypted(tmp_path):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("fiéts"))
    canvas.drawString(60, 700, "De huurder kan alleen per aangetekende brief opzeggen.")
    canvas.save()
    path = tmp_path / "terms.pdf"
    path.write_bytes(buffer.getvalue())
    return str(path)


def password(tmp_path, content):
    path = tmp_path / "password.txt"
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("line", ["fiéts", "fiéts\r\nanother line\n", "\ufefffiéts\n"])
def test_the_first_line_of_the_file_is_the_password(run, tmp_path, encrypted, command, line):
    given = password(tmp_path, line.encode())
    result = run(command, "--password-file", given, encrypted)
    assert result.exit_code in (0, 1)
    assert "aangetekende brief" in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_without_password_the_option_is_named(run, encrypted, command):
    result = run(command, encrypted)
    assert result.exit_code == 2
    assert "--password-file" in result.stderr


def test_a_wrong_password_is_told_and_not_shown(run, tmp_path, encrypted):
    result = run("check", "--password-file", password(tmp_path, b"geheim"), encrypted)
    assert result.exit_code == 2
    assert "does not open it" in result.stderr
    assert "geheim" not in result.output


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "holds no password"), (b"\n", "holds no password"), (b"\xff\xfe", "UTF-8")]
)
def test_a_file_without_password_is_a_fault(run, tmp_path, encrypted, content, said):
    result = run("check", "--password-file", password(tmp_path, content), encrypted)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_missing_password_file_is_a_fault(run, tmp_path, encrypted):
    result = run("check", "--password-file", str(tmp_path / "none"), encrypted)
    assert result.exit_code == 2
    assert "No such file" in result.stderr
