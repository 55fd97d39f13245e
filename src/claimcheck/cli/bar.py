"""A progress bar on standard error, for runs that take longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TypeVar

from claimcheck.reading.means import Watch, unwatched

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds; what is done by then needs no bar
T = TypeVar("T")


@contextmanager
def watching(quiet: bool) -> Iterator[Watch]:
    """Something to watch a run by: a bar that goes when the run ends, or nothing where there is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield unwatched
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """A bar that shows itself from a thread of its own, so that it appears in the middle of a long step as well."""

    def __init__(self) -> None:
        self.label, self.done, self.total = "", 0, 0
        self.shown: Progress | None = None
        self.closed = False
        self.lock = Lock()
        self.timer = Timer(PATIENCE, self._show)
        self.timer.daemon = True
        self.timer.start()

    def __call__(self, items: Iterable[T], total: int, label: str) -> Iterator[T]:
        """The items, each counted when the next is asked for."""
        self.label, self.total = label, total
        self._move(0)
        for done, item in enumerate(items, 1):
            yield item
            self._move(done)

    def close(self) -> None:
        """Takes the bar away."""
        self.timer.cancel()
        with self.lock:
            self.closed = True
            if self.shown:
                self.shown.stop()

    def _show(self) -> None:
        progress = _progress()
        with self.lock:
            if self.closed:
                return
            progress.add_task(self.label, total=self.total or None, completed=self.done)
            progress.start()
            self.shown = progress

    def _move(self, done: int) -> None:
        self.done = done
        if self.shown:
            (task,) = self.shown.task_ids
            self.shown.update(task, description=self.label, total=self.total or None, completed=done)


def _progress() -> Progress:
    """How far, of how many, how fast; loaded here because most runs end before."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Items a second."""

        def render(self, task: Task) -> Text:
            """The speed of the last half minute."""
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate())
    return Progress(*columns, console=Console(stderr=True), transient=True)
