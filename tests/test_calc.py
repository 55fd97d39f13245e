"""The tables for spreadsheets in a real one: LibreOffice Calc, without a window; skipped where it is not installed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from decimal import Decimal, InvalidOperation
from itertools import chain
from pathlib import Path

import pytest

import reports
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import FORMATS
from claimcheck.report.look import Look
from shell import SAMPLE

pytestmark = pytest.mark.slow

PATIENCE = 240  # seconds; the first start makes a profile
# comma, quotation mark, UTF-8, from the first line on; numbers, dates and formulas are recognised as by default
IN = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true"  # cells as they are held; formulas as such
TRICKS = [
    '=HYPERLINK("http://x";"380 ambulances")',
    "+380 ambulances",
    "@SUM(1) 380 ambulances",
    "-380 ambulances",
]


def through_calc(folder: Path, tables: dict[str, str]) -> dict[str, list[list[str]]]:
    """The cells as the spreadsheet has them after it has opened the files as UTF-8 with commas, all else as usual."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no spreadsheet: install libreoffice-calc")
    (folder / "out").mkdir()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.csv") for name in tables]
    told = ["--headless", f"--infilter={IN}", "--convert-to", OUT, "--outdir", str(folder / "out")]
    done = subprocess.run(
        [office, profile, *told, *files], capture_output=True, timeout=PATIENCE, check=False
    )
    found = {name: folder / "out" / f"{name}.csv" for name in tables}
    if done.returncode or not all(path.exists() for path in found.values()):
        pytest.skip(f"the spreadsheet does not start: {done.stderr.decode(errors='replace')[:200]}")
    return {name: _rows(path.read_text(encoding="utf-8")) for name, path in found.items()}


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def _value(cell: str) -> Decimal | str:
    """A number as such: "6,000" and "71%" in a text are some to a spreadsheet."""
    try:
        return Decimal(cell.replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return cell


def tables_of(report: Report) -> dict[str, str]:
    return {view: FORMATS[view]["csv"](report, Look()) for view in ("check", "fields", "extract")}  # type: ignore[index]


def test_tables_open_as_they_are(tmp_path: Path) -> None:
    tables = tables_of(run([SAMPLE], Options()))
    opened = through_calc(tmp_path, tables)
    for view, text in tables.items():
        assert [len(row) for row in opened[view]] == [len(row) for row in _rows(text)]
        pairs = zip(chain(*opened[view]), chain(*_rows(text)), strict=True)
        assert [(seen, written) for seen, written in pairs if _value(seen) != _value(written)] == []


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    tables = {
        f"{view}{number}": table
        for number, text in enumerate(TRICKS)
        for view, table in tables_of(
            reports.report(("a.txt", text), ("b.txt", text), message=text, label=text)
        ).items()
    }
    for name, rows in through_calc(tmp_path, tables).items():
        assert rows == _rows(tables[name])
