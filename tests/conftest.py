"""What all tests share."""

import gc
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"


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
