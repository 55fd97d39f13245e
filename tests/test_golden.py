"""Every format of every command over every sample, compared with tests/golden/<sample>.<command>.<format>."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from claimcheck.asked import exit_code
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import FORMATS, View
from claimcheck.report.look import Look

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())
OUTPUTS = [(view, name) for view, formats in FORMATS.items() for name in formats]


@cache
def report_of(sample: str) -> Report:
    return run([ROOT / "samples" / sample], Options())


def look(sample: str) -> Look:
    """As the command line has it when it runs in the root of this checkout."""
    report = report_of(sample)
    paths = {document.source: f"samples/{sample}/{document.source}" for document in report.documents}
    return Look(exit_code=exit_code(report, Options()), paths=paths)


def rendered(sample: str, view: View, name: str) -> str:
    return FORMATS[view][name](report_of(sample), look(sample))


@pytest.mark.parametrize(("view", "name"), OUTPUTS, ids=lambda part: str(part))
@pytest.mark.parametrize("sample", SAMPLES)
def test_output_is_as_expected(sample: str, view: View, name: str, update_golden: bool) -> None:
    path = GOLDEN / f"{sample}.{view}.{name}"
    actual = rendered(sample, view, name)
    if update_golden:
        path.write_bytes(actual.encode())
    assert path.exists(), "write it with --update-golden, then read it"
    assert actual == path.read_bytes().decode()


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_command_line_prints_the_same(sample: str) -> None:
    command = [sys.executable, "-m", "claimcheck", "check", f"samples/{sample}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.stdout == (GOLDEN / f"{sample}.check.text").read_bytes()
    assert done.returncode == 1, done.stderr


def test_no_expectation_is_left_over() -> None:
    wanted = {f"{sample}.{view}.{name}" for sample in SAMPLES for view, name in OUTPUTS}
    assert {path.name for path in GOLDEN.iterdir()} - wanted == {".gitattributes"}


@pytest.mark.parametrize(("view", "name"), OUTPUTS, ids=lambda part: str(part))
def test_no_output_names_this_machine(view: View, name: str) -> None:
    text = rendered(SAMPLES[0], view, name)
    assert str(ROOT) not in text and str(Path.home()) not in text


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_order_of_the_files_changes_nothing(sample: str) -> None:
    files = sorted(path for path in (ROOT / "samples" / sample).rglob("*") if path.is_file())
    forwards, backwards = (run(order, Options()) for order in (files, files[::-1]))
    for view, name in OUTPUTS:
        assert FORMATS[view][name](forwards, Look()) == FORMATS[view][name](backwards, Look())
