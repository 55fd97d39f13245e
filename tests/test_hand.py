"""The user's hand: fields, nouns and sources of the configuration, all the way to a finding."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import Options, check
from claimcheck.config import FieldOptions, SourceOptions
from claimcheck.config.load import settings
from claimcheck.config.settings import said
from claimcheck.model import ClaimcheckError, Report
from claimcheck.report import table
from claimcheck.report.quote import bare
from shell import ROOT, run, write

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def section() -> str:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    return page.split("## Your word on fields, nouns and sources")[1].split("\n## ")[0]


def examples() -> list[tuple[str, str, str]]:
    """Configuration, texts and messages of each example of the page."""
    blocks = BLOCK.findall(section())
    assert [kind for kind, _ in blocks] == ["toml", "text", "text"] * (len(blocks) // 3)
    bodies = [body for _, body in blocks]
    return list(zip(bodies[::3], bodies[1::3], bodies[2::3], strict=True))


def texts(lines: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in lines.splitlines())


def loud(report: Report) -> list[str]:
    return [bare(item.message) for item in report.findings if item.severity != "note"]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example[0].split("\n")[0])
def test_the_examples_of_the_page_do_what_it_says(example: tuple[str, str, str]) -> None:
    config, files, messages = example
    options = Options(**said(settings(tomllib.loads(config), "the page")))
    assert loud(check(texts(files), options)) == messages.splitlines()


def test_without_the_configuration_nothing_is_said_of_them() -> None:
    shown = [loud(check(texts(files))) for config, files, _ in examples() if "sources" not in config]
    assert shown and all(found == [] for found in shown)
    ((_, files, _),) = (each for each in examples() if "sources" in each[0])
    (message,) = loud(check(texts(files)))
    assert message.endswith("85 people in blog/1.txt and blog/2.txt; 58 people in wire/1.txt.")


# --- fields ----------------------------------------------------------------------------------------------


def fleet(**said: object) -> Options:
    return Options(fields={"boats": FieldOptions(**said)})  # type: ignore[arg-type]


def test_the_name_alone_is_a_noun() -> None:
    files = {"a.txt": "In May 12 boats sailed.", "b.txt": "The harbour of Orrin had 15 boats in 1998."}
    assert loud(check(files)) == []
    assert len(loud(check(files, fleet()))) == 1
    assert loud(check(files, fleet(tolerance="20%"))) == []


def test_a_part_a_plan_and_a_change_stay_apart_unless_a_pattern_takes_them() -> None:
    files = {
        "a.txt": "In May 120 boats sailed.",
        "b.txt": "In the storm 40 of the boats sank.",
        "c.txt": "The harbour plans to buy 70 boats next year.",
    }
    assert loud(check(files, fleet(nouns=("boat",)))) == []
    assert len(loud(check(files, fleet(pattern=r"(\d+) boats")))) == 1


def test_a_unit_takes_what_can_be_converted() -> None:
    files = {
        "a.txt": "The canal is 120 km long, and it took 9 years.",
        "b.txt": "The canal, 90 miles long, has 30 locks.",
    }
    (message,) = loud(check(files, Options(fields={"length": FieldOptions(pattern="canal", unit="km")})))
    assert "120 km" in message and "90 miles" in message and "9 years in" not in message


def test_the_id_of_a_named_field_goes_by_its_name() -> None:
    one = check({"a.txt": "We have 12 boats.", "b.txt": "They had 15 boats."}, fleet())
    other = check({"x.txt": "Some say 31 boats came.", "y.txt": "In all there were 99 boats."}, fleet())
    assert one.findings[0].id == other.findings[0].id
    assert one.findings[0].field_label == "boats"


def test_who_is_believed_stands_first_and_is_never_the_odd_one_out(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "story",
        {
            "a.txt": "We have 12 boats.",
            "b.txt": "They had 15 boats in May.",
            "c.txt": "We saw 15 boats there.",
            "claimcheck.toml": '[fields.boats]\nauthoritative-source = "a.txt"\n',
        },
    )
    report = json.loads(run("check", folder, "-f", "json").stdout)
    assert [group["value"] for group in report["findings"][0]["values"]] == ["12", "15"]
    shown = json.loads(run("check", folder, "-f", "rdjson").stdout)["diagnostics"][0]["location"]
    assert shown["path"].endswith("b.txt")


def test_a_pattern_that_is_none_is_an_error_of_the_library_too() -> None:
    with pytest.raises(ClaimcheckError, match=r"fields\.boats\.pattern"):
        check({"a.txt": "We have 12 boats."}, fleet(pattern="("))


# --- sources ---------------------------------------------------------------------------------------------


def test_weights_make_the_majority() -> None:
    files = {
        name: f"The flood on 4 March 2019 killed {n} people." for name, n in (("a.txt", 58), ("b.txt", 85))
    }
    for heavy, first in (("a.txt", "58"), ("b.txt", "85")):
        (finding,) = check(files, Options(sources={heavy: SourceOptions(weight=3.0)})).findings
        assert finding.values[0].value == first
        assert {claim.source for claim in finding.claims if claim.id in finding.odd} == {*files} - {heavy}


def test_the_later_glob_has_the_last_word() -> None:
    sources = {"*.txt": SourceOptions(label="all", weight=2.0), "a.*": SourceOptions(label="the first")}
    report = check({"a.txt": "12 boats.", "b.txt": "12 boats."}, Options(sources=sources))
    assert [document.told.label for document in report.documents] == ["the first", "all"]
    assert [document.told.weight for document in report.documents] == [2.0, 2.0]


def test_columns_that_share_a_label_are_told_apart() -> None:
    sources = {"a*": SourceOptions(label="agency"), "c.txt": SourceOptions(label="paper")}
    report = check(
        dict.fromkeys(("a1.txt", "a2.txt", "b.txt", "c.txt"), "12 boats."), Options(sources=sources)
    )
    columns = [document.source for document in report.documents]
    assert table.headings(columns, report) == ["agency: a1.txt", "agency: a2.txt", "b.txt", "paper"]


def test_the_day_that_the_user_gives_beats_that_of_the_text() -> None:
    text = "2019-03-04. The flood killed 58 people yesterday."
    sources = {"a.txt": SourceOptions(date=date(2020, 6, 10))}
    (claim,) = check({"a.txt": text}, Options(sources=sources)).claims
    assert claim.period and str(claim.period.start) == "2020-06-09"


def test_the_cache_minds_what_the_user_says(tmp_path: Path) -> None:
    folder = write(tmp_path / "story", {"a.txt": "2019-03-04. The flood killed 58 people."})
    days = []
    for day in ("2020-06-10", "2020-07-10", "2020-06-10"):
        config = f'[sources."a.txt"]\ndate = {day}\n[fields."{day}"]\nnouns = ["people"]\n'
        write(folder, {"claimcheck.toml": config})
        kept = ("--cache-dir", tmp_path / "kept")
        assert json.loads(run("fields", folder, "-f", "json", *kept).stdout)["fields"][0]["label"] == day
        days.append(run("check", folder, *kept, "-v").stdout)
    assert days[0] == days[2]


# --- synonyms --------------------------------------------------------------------------------------------


def test_a_synonym_of_two_words_narrows_nothing() -> None:
    files = {"a.txt": "412 rescue cars left Orrin.", "b.txt": "412 white ambulances left Orrin."}
    options = Options(synonyms={"ambulance": ("rescue car",)})
    (field,) = (item for item in check(files, options).fields if len(item.claims) > 1)
    assert {link.explained for link in field.links} == {"equal"}


def test_a_synonym_is_of_its_very_words() -> None:
    files = {"a.txt": "In June 30 cars left Orrin."}
    (claim,) = check(files, Options(synonyms={"ambulance": ("rescue car",)})).claims
    assert claim.noun != "ambulance"


@pytest.mark.parametrize(("tolerance", "found"), [("0.02", 1), ("0.04", 1), ("0.06", 0)])
def test_a_run_minds_no_difference_within_its_tolerance(tolerance: str, found: int) -> None:
    said = {f"{n}.txt": f"The relief group sent {n} ambulances to the town on Monday." for n in (400, 380)}
    assert len(check(said, Options(tolerance=Decimal(tolerance))).findings) == found
