"""Let LibreOffice accept and reject all changes of the Word files in a folder, given as the argument.

To be run by a Python that has LibreOffice's `uno`, mostly the one of the system.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

VERDICTS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
TRIES = 120


def main(folder):
    pipe = f"review{abs(hash(str(folder)))}"
    profile = (folder / "profile").as_uri()
    accept = f"--accept=pipe,name={pipe};urp"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", accept]
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        for path in sorted(folder.glob("*.docx")):
            for told, verdict in VERDICTS.items():
                settle(desktop, dispatcher, path, verdict, path.with_suffix(f".{told}.txt"))
        desktop.terminate()
    finally:
        office.wait(30)


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def settle(desktop, dispatcher, path, verdict, target):
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (given("Hidden", True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, verdict, "", 0, ())
    options = (given("FilterName", "Text (encoded)"), given("FilterOptions", "UTF8,LF,,,"))
    document.storeToURL(target.as_uri(), options)
    document.close(True)


def given(name, value):
    return PropertyValue(Name=name, Value=value)


main(Path(sys.argv[1]))
