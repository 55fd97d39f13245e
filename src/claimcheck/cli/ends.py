"""What Ctrl-C, a closed terminal and a request to end do: one orderly end, however often they are said."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

PATIENCE = 1.0  # seconds in which a second signal is the first one said twice; later, it means "at once"
SHELL = 128  # what a shell adds to the number of a signal
USUAL = (signal.SIG_DFL, signal.default_int_handler)  # whoever started us may have chosen otherwise: nohup


@contextmanager
def orderly() -> Iterator[None]:
    """Ends what runs inside of it in order when a signal says so: workers and what lies in the way go, too."""
    end = _End()
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    before = {}
    try:
        for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
            if signal.getsignal(number) in USUAL:
                before[number] = signal.signal(number, end)
    except ValueError:  # only the main thread may
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            # the end of Python is still to come, and a further signal must not break into it
            signal.signal(number, signal.SIG_IGN if end.begun else handler)


class _End:
    """A handler of signals that counts them."""

    def __init__(self) -> None:
        self.begun = 0.0

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Raises what ends the run; ends it by force where that is long ago."""
        if not self.begun:
            self.begun = time.monotonic()
            if number == signal.SIGINT:
                raise KeyboardInterrupt
            raise SystemExit(SHELL + number)
        if time.monotonic() - self.begun > PATIENCE:
            _force(SHELL + number)


def _force(code: int) -> NoReturn:
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for child in active_children():
            child.kill()
    os._exit(code)
