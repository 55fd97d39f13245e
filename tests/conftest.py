"""What several test files share."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected outputs")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where expected outputs are to be rewritten: --update-golden or UPDATE_GOLDEN=1."""
    return bool(request.config.getoption("--update-golden") or os.environ.get("UPDATE_GOLDEN"))
