"""How long a cold start takes, as a multiple of an empty Typer application with the same switches.

    python benchmarks/startup.py [--runs N]

Every run is a new process; the cases take turns, so that a busy machine slows all of them alike. Printed
are the median and the quickest run, each with its ratio to the empty application. The goal is 1.25 for the
help page; on a busy machine the ratio of the quickest runs is the steadier one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
@app.command()
def check(path: str = "."): "Reads texts."
@app.command()
def extract(path: str = "."): "Lists figures."
app(prog_name="bare")
"""


def cases(bare: Path) -> dict[str, list[str]]:
    claimcheck = [str(Path(sys.executable).with_name("claimcheck"))]
    return {
        "bare Typer --help": [sys.executable, str(bare), "--help"],
        "claimcheck --help": [*claimcheck, "--help"],
        "claimcheck --version": [*claimcheck, "--version"],
        "claimcheck check samples/evacuation": [*claimcheck, "check", "samples/evacuation"],
    }


def seconds(command: list[str]) -> float:
    start = perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    spent = perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} exited with {done.returncode}: {done.stderr}")
    return spent


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    for command in commands.values():
        seconds(command)  # writes the bytecode, fills the disk cache
    turns = [{name: seconds(command) for name, command in commands.items()} for _ in range(runs)]
    return {name: [turn[name] for turn in turns] for name in commands}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        times = measure(cases(bare), runs)
    base = times["bare Typer --help"]
    print(f"{'case':<38}{'median ms':>10}{'ratio':>7}{'best ms':>10}{'ratio':>7}")
    for name, spent in times.items():
        columns = "".join(f"{of(spent) * 1000:>10.0f}{of(spent) / of(base):>7.2f}" for of in (median, min))
        print(f"{name:<38}{columns}")


if __name__ == "__main__":
    main()
