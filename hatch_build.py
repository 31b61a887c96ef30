"""What a first run would compile, grammars and rules, is compiled when a wheel is built."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PLACE = "contract_lint/_data/compiled"


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts into the wheel what the program itself keeps after its first run.

    An editable install has none of it: there the files change, and its user's cache follows.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder that lives until the wheel is written."""
        if self.target_name != "wheel" or version == "editable":
            return
        self.folder = TemporaryDirectory()
        os.environ["CONTRACT_LINT_CACHE"] = self.folder.name
        sys.path.insert(0, self.root)
        from contract_lint.facts.catalogue import catalogue, languages
        from contract_lint.findings import load_rules

        load_rules()
        for language in languages():
            catalogue(language)
        for file in Path(self.folder.name, "contract-lint").iterdir():
            build_data["force_include"][str(file)] = f"{_PLACE}/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if hasattr(self, "folder"):
            self.folder.cleanup()
