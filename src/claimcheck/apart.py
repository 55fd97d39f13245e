"""One piece of work in a copy of this process that has only so much time and memory: for files that may be traps."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from claimcheck.model import ClaimcheckError

MEMORY = 2 << 30  # bytes beyond what this process holds already
PATIENCE = 10  # times the time of a processor until a copy is ended that only waits
PR_SET_PDEATHSIG = 1  # of prctl(2)
DONE, FAILED, NO_MEMORY = 0, 3, 4  # how a copy ends


class TooMuchError(ClaimcheckError):
    """The work took more than it may; the message says of what."""


def limited(work: Callable[[], bytes], seconds: int) -> bytes:
    """What `work` returns; raises TooMuchError where it takes too much time or memory, or breaks its process.

    Only Linux can do so: elsewhere the work is simply done.
    """
    if sys.platform != "linux":
        return work()
    reader, writer = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if not child:
        _end(work, writer, seconds, parent)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == DONE:
        return answer
    if status == FAILED:
        return work()  # and raise here what was raised there
    raise TooMuchError(_reason(status, seconds))


def _end(work: Callable[[], bytes], writer: int, seconds: int, parent: int) -> None:
    """What the copy does: the work, and nothing after it."""
    code = FAILED
    try:
        _end_with(parent)
        _limit(seconds)
        answer = work()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        code = DONE
    except MemoryError:
        code = NO_MEMORY
    finally:
        os._exit(code)  # without the clean-up that belongs to the process it is a copy of


def _end_with(parent: int) -> None:
    """Lets the system end this copy when the process ends that it is a copy of, however that comes about."""
    import ctypes

    with suppress(AttributeError, OSError):  # a system without the call
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(FAILED)


def _limit(seconds: int) -> None:
    import resource
    from pathlib import Path

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # who waits for the answer reports it, and ends this copy
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(PATIENCE * seconds)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a library says when it breaks
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, held + MEMORY),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _reason(status: int, seconds: int) -> str:
    if status in (-signal.SIGXCPU, -signal.SIGALRM):
        return f"takes more than {seconds} seconds to read"
    if status == NO_MEMORY:
        return f"takes more than {MEMORY >> 30} GB of memory to read"
    return f"breaks its reader, or takes more than {MEMORY >> 30} GB of memory"
