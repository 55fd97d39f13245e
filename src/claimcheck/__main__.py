"""Starts the command line, and turns whatever goes wrong into one line and exit code 2."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
BROKEN = 2


def main() -> int:
    """Runs the command line on `sys.argv`; returns the exit code."""
    from claimcheck.cli.ends import orderly

    _occupy()
    with orderly():
        return _run()


def _occupy() -> None:
    """Opens what takes the numbers of closed standard streams, so that no file of ours is taken for one of them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    if sys.stderr is None:  # else errors of usage would go to standard output
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the end


def _run() -> int:
    try:
        from claimcheck.cli.app import app
        from claimcheck.cli.completion import prepare

        prepare()
        app(prog_name="claimcheck")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else BROKEN
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN
    except Exception as error:
        if "--debug" in sys.argv:  # not through typer: wanted for faults of the command line itself, too
            import traceback

            traceback.print_exc()
        if sys.stderr is not None:  # print() would turn to standard output
            print(f"claimcheck: error: {_reason(error)}", file=sys.stderr)
        return BROKEN
    return 0


def _reason(error: Exception) -> str:
    """One line on what went wrong: the words of an expected failure, the type as well of any other."""
    from claimcheck.model import ClaimcheckError
    from claimcheck.report.safe import line

    if isinstance(error, ClaimcheckError):
        return line(str(error))
    if isinstance(error, OSError) and error.filename:
        return line(f"{error.filename}: {error.strerror}")
    return line(f"{type(error).__name__}: {error}") + "  (a fault of claimcheck; --debug shows where)"


if __name__ == "__main__":
    sys.exit(main())
