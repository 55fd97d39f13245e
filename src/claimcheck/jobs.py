"""One function over many items, in this process or in several."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.model import ClaimcheckError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")

CHUNKS = 8  # for each process: so many that all end at about the same time, so few that sending costs little
LOST = "a worker process was lost; try --jobs 1"
ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class WorkerLostError(ClaimcheckError):
    """A process ended before its work did; most likely the machine ran out of memory."""


def fan(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """The results in the order of the items; a `function` for several processes must be one of a module."""
    return map(function, items) if jobs <= 1 else _spread(function, items, jobs)


def available() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# Processes that talk through pipes, rather than a pool of the library: that one waits for all that has begun
# before a run may end, and its threads and locks outlive a second interrupt.


def _spread(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    size = max(1, len(items) // (jobs * CHUNKS))
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    crew = _Crew()
    try:
        crew.start(function, min(jobs, len(chunks)))
        yield from crew.work(chunks)
    finally:
        crew.end()


class _Crew:
    """The processes at work, and the pipe to each."""

    def __init__(self) -> None:
        self.processes: list[SpawnProcess] = []
        self.pipes: list[Connection[Any, Any]] = []

    def start(self, function: Callable[[T], R], number: int) -> None:
        """Starts processes that apply a function to each item that they are sent."""
        from multiprocessing import get_context

        context = get_context("spawn")  # not forked: a copy of a process with threads may hang
        _prepare()
        for _ in range(number):
            with _deaf():
                ours, theirs = context.Pipe()
                process = context.Process(target=_serve, args=(function, theirs), daemon=True)
                process.start()
                self.processes.append(process)
                self.pipes.append(ours)
                theirs.close()  # from here on the pipe ends with the process

    def work(self, chunks: Sequence[Sequence[Any]]) -> Iterator[Any]:
        """The results of all chunks in order; raises WorkerLostError, or what a process has raised."""
        from multiprocessing.connection import wait

        begun: dict[Any, int] = {}
        done: dict[int, list[Any]] = {}
        waiting = iter(range(len(chunks)))

        def begin(pipe: Any) -> None:
            if (following := next(waiting, None)) is not None:
                _send(pipe, chunks[following])
                begun[pipe] = following

        for pipe in self.pipes:
            begin(pipe)
        for number in range(len(chunks)):
            while number not in done:
                for ready in wait(list(begun)):
                    done[begun.pop(ready)] = _received(ready)
                    begin(ready)
            yield from done.pop(number)

    def end(self) -> None:
        """Ends all processes at once, whatever they are at: nothing that they hold is lost."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.join()
        for pipe in self.pipes:
            pipe.close()


def _send(pipe: Connection[Any, Any], chunk: Sequence[Any]) -> None:
    try:
        pipe.send(chunk)
    except OSError as error:
        raise WorkerLostError(LOST) from error


def _received(pipe: Any) -> list[Any]:
    """The results of a chunk; raises WorkerLostError, or what the process has raised."""
    try:
        results, error = pipe.recv()
    except (EOFError, OSError) as lost:
        raise WorkerLostError(LOST) from lost
    if error is not None:
        raise error
    return list(results)


def _prepare() -> None:
    """Starts what the library has beside its processes, which would take the deafness away again."""
    if os.name == "posix":
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()


@contextmanager
def _deaf() -> Iterator[None]:
    """Signals wait: no process is left half started, and one that is inherits this until it has loaded."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, *ENDING])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the other process --------------------------------------------------------------------------------


def _serve(function: Callable[[Any], Any], pipe: Connection[Any, Any]) -> None:
    """Answers chunk for chunk until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for the answer reports an interrupt
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(function, pipe.recv()))


def _answer(function: Callable[[Any], Any], chunk: Sequence[Any]) -> tuple[list[Any], Exception | None]:
    """The results of a chunk, or what went wrong, with the place where it did."""
    parent = os.getppid()
    results = []
    try:
        for item in chunk:
            results.append(function(item))
            if os.getppid() != parent:
                os._exit(0)  # nobody waits any longer
    except Exception as error:
        error.add_note(traceback.format_exc())
        return [], error
    return results, None
