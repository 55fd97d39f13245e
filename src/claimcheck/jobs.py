"""One function over many items, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from claimcheck.model import ClaimcheckError

T = TypeVar("T")
R = TypeVar("R")

CHUNKS = 8  # for each process: so many that all end at about the same time, so few that sending costs little


class WorkerLostError(ClaimcheckError):
    """A process ended before its work did; most likely the machine ran out of memory."""


def fan(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """The results in the order of the items; a `function` for several processes must be one of a module."""
    return map(function, items) if jobs <= 1 else _spread(function, items, jobs)


def _spread(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned, not forked: a copy of a process with threads may hang, and other platforms know no copies.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _quiet)
    try:
        yield from pool.map(function, items, chunksize=max(1, len(items) // (jobs * CHUNKS)))
    except BrokenProcessPool as error:
        raise WorkerLostError("a worker process was lost; try --jobs 1") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def available() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _quiet() -> None:
    """Leaves an interrupt to the process that reports it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
