"""What all tests share."""

import gc
import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"


# The suite reads English, whatever the machine speaks; also in the processes that it starts.
for variable in ("CONTRACT_LINT_LANGUAGE", "LANGUAGE", "LC_ALL"):
    os.environ.pop(variable, None)
os.environ["LC_MESSAGES"] = "C"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="keep the new golden texts")


@pytest.fixture(scope="session")
def make():
    """`examples/make.py`, which makes Word and PDF contracts from plain text."""
    spec = spec_from_file_location("make_examples", EXAMPLES / "make.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def steady():
    """No garbage is collected while time is taken: how long that lasts depends on all tests before."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
