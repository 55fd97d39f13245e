"""What several test files share."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected outputs")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The tests neither see nor fill the cache of whoever runs them; their child processes inherit this."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCHECK_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """A job in the background is started with interrupts ignored, which the programs that tests start would inherit."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where expected outputs are to be rewritten: --update-golden or UPDATE_GOLDEN=1."""
    return bool(request.config.getoption("--update-golden") or os.environ.get("UPDATE_GOLDEN"))
