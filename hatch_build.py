"""What a wheel holds that no checkout does: grammars and rules compiled, and pages for man."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PLACE = "contract_lint/_data/compiled"
_PAGES = {"en": "share/man/man1/contract-lint.1", "nl": "share/man/nl/man1/contract-lint.1"}


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts into the wheel what the program itself keeps after its first run, and its manual.

    An editable install has none of it: there the files change, and its user's cache follows.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make all in a folder that lives until the wheel is written."""
        if self.target_name != "wheel" or version == "editable":
            return
        self.folder = TemporaryDirectory()
        sys.path.insert(0, self.root)
        self._compile(build_data)
        self._print(build_data)

    def _compile(self, build_data: dict[str, Any]) -> None:
        os.environ["CONTRACT_LINT_CACHE"] = self.folder.name
        from contract_lint.facts.catalogue import catalogue, languages
        from contract_lint.findings import load_rules

        load_rules()
        for language in languages():
            catalogue(language)
        for file in Path(self.folder.name, "contract-lint").iterdir():
            build_data["force_include"][str(file)] = f"{_PLACE}/{file.name}"

    def _print(self, build_data: dict[str, Any]) -> None:
        from contract_lint.cli.manual import page

        for language, place in _PAGES.items():
            os.environ["CONTRACT_LINT_LANGUAGE"] = language
            made = Path(self.folder.name, f"{language}.1")
            made.write_text(page("man"), "utf-8")
            build_data["shared_data"][str(made)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if hasattr(self, "folder"):
            self.folder.cleanup()
