"""Hostile texts: nothing in a source is obeyed by a terminal, a build log, a spreadsheet or claimcheck."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

import hostile as hostile_texts
import readback
import reports
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import FORMATS, View, safe
from claimcheck.report.look import Look

MARKUP = "[bold]We[/bold] counted 380 ambulances [/b] [link=x]here[/link] :smile:"
ESCAPES = "We \x1b[31mcounted\x1b]0;owned\x07 380 ambulances \x9b2J\x7f\x08\x00"
BIDI = "We \u202ecounted 380 ambulances\u2066 \u200f\u2029 \u061c"
COMMANDS = "::error::We counted 380 ambulances\n::add-mask::x\n##[error]y ##vso[task.setvariable]z"
FORMULA = '=HYPERLINK("http://x";"380 ambulances")'
SURROGATE = "We counted 380 ambulances \udcff"
HOSTILE = {
    "markup": MARKUP,
    "escapes": ESCAPES,
    "bidi": BIDI,
    "commands": COMMANDS,
    "formula": FORMULA,
    "surrogate": SURROGATE,
}
OUTPUTS = [(view, name) for view, formats in FORMATS.items() for name in formats]
LOOKS = [Look(), Look(color=True), Look(width=60), Look(color=True, width=60)]
COLOR = re.compile(r"\x1b\[[0-9;]*m")  # our own
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[", re.MULTILINE)


def hostile(text: str) -> Report:
    """A report in which everything that comes from a text is hostile, its file name as well."""
    return reports.report((f"{text}.txt", text), ("b.txt", text), message=text, label=text)


def every_output(report: Report, leave_out: str = "") -> list[str]:
    names = [(view, name) for view, name in OUTPUTS if name != leave_out]
    return [FORMATS[view][name](report, look) for view, name in names for look in LOOKS]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    for output in every_output(hostile(text)):
        assert OBEYED.findall(COLOR.sub("", output)) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_line_is_a_command_to_a_build_server(text: str) -> None:
    for output in every_output(hostile(text), leave_out="github"):  # its own commands: test_ci_formats.py
        assert COMMAND.findall(output) == []


def test_colour_comes_from_claimcheck_alone() -> None:
    for view, name in OUTPUTS:
        assert "\x1b" not in FORMATS[view][name](hostile(ESCAPES), Look())


@pytest.mark.parametrize("look", LOOKS)
def test_markup_is_shown_as_written(look: Look) -> None:
    text = COLOR.sub("", FORMATS["check"]["text"](hostile(MARKUP), look))
    for word in ("[bold]We[/bold]", "[/b]", "[link=x]here[/link]", ":smile:"):
        assert word in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_json_holds_the_text_unchanged(text: str) -> None:
    claim = json.loads(FORMATS["extract"]["jsonl"](hostile(text), Look()).splitlines()[0])
    whole = json.loads(FORMATS["check"]["json"](hostile(text), Look()))
    assert claim["source"] == whole["findings"][0]["claims"][0]["source"] == f"{text}.txt"
    assert whole["findings"][0]["message"] == text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\n=1"])
@pytest.mark.parametrize("view", ["check", "extract", "fields"])
def test_no_text_cell_is_a_formula(view: View, start: str) -> None:
    text = f"{start} 380 ambulances"
    output = FORMATS[view]["csv"](hostile(text), Look())
    for cell in (cell for row in csv.reader(io.StringIO(output)) for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) or is_number(cell)


def is_number(cell: str) -> bool:
    return re.fullmatch(r"-?[0-9.]+", cell) is not None


def test_a_negative_number_stays_a_number() -> None:
    report = reports.report(("a.txt", "It was 5 degrees."))
    (claim,) = report.claims
    below = replace(claim, mention=replace(claim.mention, value=Decimal(-5)))
    output = FORMATS["extract"]["csv"](replace(report, claims=(below,)), Look())
    (row,) = csv.DictReader(io.StringIO(output))
    assert (row["value"], row["low"]) == ("-5", "-5")


def test_cleaning_keeps_the_length() -> None:
    text = "".join(map(chr, range(0x3000))) + "\udcff"
    assert len(safe.clean(text)) == len(text)


def test_a_csv_row_is_one_line() -> None:
    output = FORMATS["check"]["csv"](hostile(COMMANDS), Look())
    assert len(output.splitlines()) == 1 + len(list(csv.DictReader(io.StringIO(output))))


# --- two hundred texts through every format --------------------------------------------------------------


@pytest.mark.parametrize("name", readback.READERS)
def test_hostile_texts_are_read_back_from_every_format(name: str) -> None:
    """What a consumer reads is one finding with the message as it was, cleaned; nothing of it is markup."""
    for source, text in zip(hostile_texts.names(), hostile_texts.texts(), strict=True):
        report = reports.report(
            (source, text), ("b.txt", "We counted 400 ambulances"), message=text, label=text
        )
        output = FORMATS["check"][name](report, Look())
        assert OBEYED.findall(output) == []
        assert name == "github" or COMMAND.findall(output) == []
        found = readback.READERS[name](output)
        assert {each.rule for each in found} == {"value-conflict"}, (source, text)
        assert all("counted 380 ambulances" in each.message for each in found), (source, text)


@pytest.mark.slow
def test_hostile_files_go_down_the_whole_line(tmp_path: Path) -> None:
    """Raw bytes, broken encodings and huge lines as files: every format of every command stays sound."""
    for number, text in enumerate(hostile_texts.texts()):
        claim = f"The archive reads {500 + number} file formats. {text}\n"
        encoding = ("utf-8", "utf-16", "cp1252")[number % 3]
        (tmp_path / f"{number:03}.{'md' if number % 2 else 'txt'}").write_bytes(
            claim.encode(encoding, "replace")
        )
    report = run([tmp_path], Options())
    assert len(report.documents) + len(report.skipped) == hostile_texts.COUNT and report.findings
    for view, name in OUTPUTS:
        output = FORMATS[view][name](report, Look())
        assert OBEYED.findall(output) == []
        assert (view, name) == ("check", "github") or COMMAND.findall(output) == []
    for name, reader in readback.READERS.items():
        found = reader(FORMATS["check"][name](report, Look()))
        rules = {each.rule for each in found} - {"claimcheck"}  # the line that says how many more there are
        assert rules == {finding.rule for finding in report.findings}
