"""Reading old Word, OpenDocument and RTF files: LibreOffice, where it is installed, turns them into DOCX."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from contract_lint.documents import docx
from contract_lint.documents.wanted import AS_USUAL, Wanted
from contract_lint.model import Document, Unreadable

_CONTAINER = bytes.fromhex("D0CF11E0A1B11AE1")  # of the old formats, and of encrypted new ones
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The filter is told, or LibreOffice would take what is damaged for plain text.
_FILTERS = ((_CONTAINER, "MS Word 97"), (b"{\\rtf", "Rich Text Format"), (b"PK", "writer8"))
_SAVE = "open it in Word or LibreOffice and save it as 'Word Document (.docx)'"
_RESTART = 81  # the exit code with which LibreOffice asks to be started again, after making a profile
# No macros, no updating of links, and a proxy that leads nowhere: nothing in a document is run or fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read(source: Path | bytes, name: str, wanted: Wanted = AS_USUAL) -> Document:
    """Read a file of an older or another word processor; the places are those of the conversion."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    if data.startswith(_CONTAINER) and _ENCRYPTED in data:
        raise Unreadable(f"{name} is locked with a password; save it as .docx without password")
    taken_for = next((one for beginning, one in _FILTERS if data.startswith(beginning)), None)
    if taken_for is None:
        raise Unreadable(f"{name} is damaged, or no Word, OpenDocument or RTF file; {_SAVE}")
    program = office()
    if program is None:
        raise Unreadable(
            f"{name} is read by way of LibreOffice, which is not installed; install it, or {_SAVE}"
        )
    with TemporaryDirectory(prefix="contract-lint-") as folder:
        converted = _converted(data, name, [str(program), f"--infilter={taken_for}"], Path(folder), wanted)
        document = docx.read(converted, name, wanted)
    note = "converted by LibreOffice; paragraphs are counted as in the conversion"
    return replace(document, notes=(note, *document.notes))


def office() -> Path | None:
    """The program itself rather than what starts it, so that ending it ends all of it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        return None
    started = Path(found).resolve()
    own = started.with_name("soffice.bin")
    return own if own.is_file() else started


def _converted(data: bytes, name: str, program: list[str], folder: Path, wanted: Wanted) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    source, target = folder / "document", folder / "made" / "document.docx"
    source.write_bytes(data)
    command = [*program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source)]
    if _run(command, name, wanted) == _RESTART:
        _run(command, name, wanted)
    if not target.is_file():
        raise Unreadable(f"{name} is damaged, locked, or no text: LibreOffice cannot convert it; {_SAVE}")
    return target.read_bytes()


def _run(command: list[str], name: str, wanted: Wanted) -> int:
    seconds = wanted.limits.conversion
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds
        ).returncode
    except subprocess.TimeoutExpired:
        raise Unreadable(f"{name} takes LibreOffice longer than {seconds} seconds; {_SAVE}") from None
    except OSError as fault:
        raise Unreadable(
            f"{name} needs LibreOffice, which does not start ({fault.strerror}); {_SAVE}"
        ) from None
