"""What each format says of a report made by hand, and the shape that the schema fixes."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import reports
from claimcheck.api import check
from claimcheck.config import Options
from claimcheck.model import Report
from claimcheck.pipeline import run
from claimcheck.report import FORMATS, View, words
from claimcheck.report.look import Look
from claimcheck.report.quote import LIMIT, quote

SAMPLES = Path(__file__).parent.parent / "samples"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def schema(name: str) -> Any:
    return json.loads(files("claimcheck.report").joinpath("schema", f"{name}.json").read_text("utf-8"))


def validator(name: str) -> Draft202012Validator:
    claim = Resource.from_contents(schema("claim"))
    return Draft202012Validator(schema(name), registry=Registry().with_resource("claim.json", claim))


def render(report: Report, view: View, name: str, look: Look | None = None) -> str:
    return FORMATS[view][name](report, look or Look())


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# --- text ------------------------------------------------------------------------------------------------


def test_text_is_a_block_a_finding() -> None:
    assert render(reports.conflict(), "check", "text") == (
        "warning  value-conflict · ambulance · high confidence  [f00d]\n"
        "  Sources differ on the number of ambulances.\n"
        "\n"
        "  about 400 ambulances · a.txt:1:15 · says a spokesman\n"
        "      “The convoy of [about 400 ambulances] left at dawn.”\n"
        "  380 ambulances · b.txt:1:12 · says a spokesman\n"
        "      “We counted [380 ambulances].”\n"
        "\n"
        "  Why: same noun: ambulance\n"
        "\n"
        "1 warning.\n"
        "2 sources, 3 numbers, 2 claims, 1 field, 2 compared, 1 skipped.\n"
    )


def test_colour_changes_nothing_but_the_marks() -> None:
    plain = render(reports.conflict(), "check", "text")
    coloured = render(reports.conflict(), "check", "text", Look(color=True))
    assert "\x1b[" in coloured
    bare = "".join(f"{line.rstrip()}\n" for line in ESCAPE.sub("", coloured).splitlines())
    assert bare == plain.replace("[about 400 ambulances]", "about 400 ambulances").replace(
        "[380 ambulances]", "380 ambulances"
    )


def test_a_terminal_is_filled_and_never_overrun() -> None:
    long = reports.report(("a.txt", "Of the convoy " * 30 + "about 400 ambulances left."))
    lines = render(long, "check", "text", Look(width=60)).splitlines()
    body = [line for line in lines if line.startswith("│")]
    assert len(body) > 6 and max(map(len, body)) <= 60


def test_without_a_terminal_nothing_is_wrapped() -> None:
    text = "Of the convoy " * 15 + "about 400 ambulances left."
    assert f"“{text.replace('about 400 ambulances', '[about 400 ambulances]')}”" in render(
        reports.report(("a.txt", text)), "check", "text"
    )


def test_paths_are_shown_as_seen_from_the_working_folder() -> None:
    look = Look(paths={"a.txt": "story/a.txt"})
    assert " story/a.txt:1:15 " in render(reports.conflict(), "check", "text", look)
    assert render(reports.conflict(), "check", "concise", look).startswith("story/a.txt:1:15: ")


def test_many_sources_of_one_value_are_named_not_quoted() -> None:
    same = [(f"{n:02}.txt", "We counted 380 ambulances.") for n in range(20)]
    crowd = reports.report(*same, ("z.txt", "They counted 400 ambulances."))
    text = render(crowd, "check", "text")
    assert text.count("We counted") == 3
    assert "also in 03.txt:1:12, 04.txt:1:12" in text and "and 9 more" in text
    assert render(crowd, "check", "text", Look(verbose=True)).count("We counted") == 20


def test_a_clean_report_says_so() -> None:
    assert render(reports.clean(), "check", "text").startswith("No figures found that disagree.\n")


def test_verbose_says_what_became_of_each_number() -> None:
    text = render(reports.conflict(), "check", "text", Look(verbose=True))
    assert "taken as: 2 count\nnot taken: 1 year\n" in text


@pytest.mark.parametrize("view", ["check", "extract"])
def test_verbose_says_which_lines_were_left_out(view: View) -> None:
    prose = "The ferries took over 400 people from the harbour of Sandmouth to the islands.\n"
    page = f"Tweet\n{prose}{prose}\nLeave a comment\n\nI saw 50 boats.\n"
    report = check({"a.txt": page, "b.txt": prose})
    text = FORMATS[view]["text"](report, Look(verbose=True, paths={"a.txt": "in/a.txt"}))
    assert text.endswith("\nleft out as furniture, code or dates: 4 lines of in/a.txt (1, 5-7)\n")
    assert "left out" not in FORMATS[view]["text"](report, Look())


def test_extract_shows_each_claim_in_its_sentence() -> None:
    text = render(reports.conflict(), "extract", "text")
    assert "  1:15  “The convoy of [about 400 ambulances] left at dawn.”\n" in text
    assert "value about 400 · kind count · of ambulance · action move · place Velmora" in text
    assert "when on Sunday · says a spokesman\n" in text


# --- fields ----------------------------------------------------------------------------------------------


def test_fields_is_a_table_with_marked_rows() -> None:
    lines = render(reports.conflict(), "fields", "text").splitlines()
    assert lines[0].split() == ["field", "a.txt", "b.txt"]
    assert re.split(r"  +", lines[1].strip()) == ["warning", "ambulance", "about 400", "380"]
    assert lines[0].index("b.txt") == lines[1].index("380")


def test_a_table_too_wide_becomes_a_list() -> None:
    many = [(f"a-long-name-of-a-source-{n:02}.txt", "We counted 380 ambulances.") for n in range(30)]
    lines = render(reports.report(*many), "fields", "text").splitlines()
    assert lines[0] == "ambulance  warning"
    assert lines[1].split() == ["380", "a-long-name-of-a-source-00.txt:1:12"]
    assert max(map(len, lines)) <= 110


def test_fields_csv_has_a_column_a_source() -> None:
    (row,) = rows(render(reports.conflict(), "fields", "csv"))
    assert row == {
        "id": "field-1",
        "field": "ambulance",
        "unit": "",
        "conflict": "warning",
        "independent_sources": "2",
        "a.txt": "about 400",
        "b.txt": "380",
    }


def test_fields_json_holds_the_claims() -> None:
    data = json.loads(render(reports.conflict(), "fields", "json"))
    (field,) = data["fields"]
    assert field["conflict"] == "warning"
    assert [claim["value"] for claim in field["claims"]] == ["400", "380"]


# --- for programs ----------------------------------------------------------------------------------------


def test_concise_is_a_line_a_finding() -> None:
    expected = "a.txt:1:15: warning value-conflict Sources differ on the number of ambulances. [f00d]\n"
    assert render(reports.conflict(), "check", "concise") == expected


def test_json_is_of_the_agreed_shape() -> None:
    data = json.loads(render(reports.conflict(), "check", "json", Look(exit_code=1)))
    assert data["summary"] == {
        "sources": 2,
        "numbers": 3,
        "claims": 2,
        "fields": 1,
        "findings": {"error": 0, "warning": 1, "note": 0},
        "new": 1,
        "known": 0,
        "widened": 0,
        "resolved": 0,
        "exit_code": 1,
    }
    (finding,) = data["findings"]
    assert finding["confidence"] == 0.93
    assert finding["values"][0] == {
        "value": "about 400 ambulances",
        "low": "360",
        "high": "440",
        "sources": ["a.txt"],
    }
    assert finding["claims"][0] == {
        "id": "a.txt-14",
        "source": "a.txt",
        "start": 14,
        "end": 34,
        "line": 1,
        "column": 15,
        "located": None,
        "text": "about 400 ambulances",
        "quote": "The convoy of about 400 ambulances left at dawn.",
        "value": "400",
        "low": "360",
        "high": "440",
        "hedge": "about",
        "trend": None,
        "kind": "count",
        "unit": None,
        "noun": "ambulance",
        "noun_phrase": "ambulances",
        "action": "move",
        "place": ["Velmora"],
        "period": "on Sunday",
        "scope": None,
        "speaker": "a spokesman",
        "role": "value",
        "copy_of": None,
    }
    assert data["skipped"] == [{"source": "scan.txt", "reason": "binary (NUL bytes)"}]


def test_json_lines_hold_the_same_records() -> None:
    whole = json.loads(render(reports.conflict(), "check", "json"))
    lines = render(reports.conflict(), "check", "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == whole["findings"]
    claims = [json.loads(line) for line in render(reports.conflict(), "extract", "jsonl").splitlines()]
    assert claims == json.loads(render(reports.conflict(), "extract", "json"))["claims"]


def test_csv_has_a_row_a_claim() -> None:
    first, second = rows(render(reports.conflict(), "check", "csv"))
    assert first["finding"] == second["finding"] == "f00d"
    assert (first["value"], first["hedge"], first["source"]) == ("400", "about", "a.txt")
    assert (second["value"], second["field"], second["place"]) == ("380", "ambulance", "Velmora")


@pytest.mark.parametrize("name", ["claim", "check"])
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_a_schema_refuses_what_it_does_not_know() -> None:
    data = json.loads(render(reports.conflict(), "check", "json"))
    assert validator("check").is_valid(data)
    assert not validator("check").is_valid(data | {"time": "now"})
    data["findings"][0]["claims"][0]["value"] = 400
    assert not validator("check").is_valid(data)


@pytest.mark.parametrize("sample", ["evacuation", "handbook", "results"])
def test_real_output_is_of_the_shape_that_the_schema_fixes(sample: str) -> None:
    report = run([SAMPLES / sample], Options())
    validator("check").validate(json.loads(render(report, "check", "json")))
    lines = render(report, "extract", "jsonl").splitlines()
    assert len(lines) == len(report.claims) > 0
    for line in lines:
        validator("claim").validate(json.loads(line))


@pytest.mark.parametrize("sample", ["evacuation", "handbook", "results"])
def test_offsets_find_the_text(sample: str) -> None:
    report = run([SAMPLES / sample], Options())
    for line in render(report, "extract", "jsonl").splitlines():
        claim = json.loads(line)
        text = (SAMPLES / sample / claim["source"]).read_bytes().decode()
        assert text[claim["start"] : claim["end"]] == claim["text"]
        before = text[: claim["start"]]
        assert (claim["line"], claim["column"]) == (
            before.count("\n") + 1,
            claim["start"] - before.rfind("\n"),
        )


def test_lines_end_where_editors_say() -> None:
    text = "a\x0cb\u2028c\x85d\r\n380 ambulances\r1 ship\n2 boats"
    lines = render(reports.report(("a.txt", text)), "check", "jsonl").splitlines()
    claims = json.loads(lines[0])["claims"]
    assert [(claim["line"], claim["column"]) for claim in claims] == [(2, 1), (3, 1), (4, 1)]


# --- words and quotes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1E+6", "1000000"),
        ("2.50", "2.5"),
        ("400", "400"),
        ("0.00", "0"),
        ("-3.0", "-3"),
        ("1E-7", "0.0000001"),
    ],
)
def test_a_decimal_has_no_exponent_and_no_idle_zeros(value: str, expected: str) -> None:
    assert words.decimal(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "word"), [(0.0, "low"), (0.49, "low"), (0.5, "medium"), (0.8, "high"), (1.0, "high")]
)
def test_confidence_has_three_words(value: float, word: str) -> None:
    assert words.confidence(value) == word


def test_a_long_sentence_is_cut_around_its_number() -> None:
    item = reports.document("a.txt", "word " * 5000 + "about 400 ambulances" + " word" * 5000)
    (claim,) = reports.claims_of(item)
    cut = quote(item, claim)
    assert cut.quantity == "about 400 ambulances"
    assert cut.before.startswith("…") and cut.after.endswith("…")
    assert len(str(cut)) <= LIMIT + 2
