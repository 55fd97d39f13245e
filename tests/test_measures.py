"""The scripts that say how far confidence can be trusted, and what each part of matching is worth."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.normalise.matching import features, vetoes
from shell import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import ablation
import calibrate
from calibrate import Judged, Level


def test_predictions_rise_with_confidence() -> None:
    seen = {0.5: Level(10, 6), 0.6: Level(10, 4), 0.9: Level(10, 9)}
    assert calibrate.fitted(seen) == {0.5: 0.5, 0.6: 0.5, 0.9: 0.9}


def test_the_table_sets_prediction_beside_what_is_held_apart() -> None:
    held = next(name for name in map(str, range(99)) if calibrate.is_held(name))
    open_ = next(name for name in map(str, range(99)) if not calibrate.is_held(name))
    found = [Judged(open_, 0.6, True), Judged(open_, 0.6, False), Judged(held, 0.6, True)]
    rows = list(calibrate.table(found))
    assert rows[2] == "| 0.60 | 2 | 0.50 | 1 | 1.00 |"
    assert rows[-1].endswith("0.500")


def test_judgements_are_read_from_lines_and_tables(tmp_path: Path) -> None:
    lines, rows = tmp_path / "j.jsonl", tmp_path / "j.toml"
    lines.write_text(json.dumps({"id": "3f2a", "verdict": "right"}) + "\n")
    rows.write_text('[[judgement]]\nid = "3f2a"\nverdict = "right"\n')
    assert calibrate.verdicts(lines) == calibrate.verdicts(rows) == {"3f2a": True}
    lines.write_text(json.dumps({"id": "3f2a", "verdict": "perhaps"}) + "\n")
    with pytest.raises(SystemExit, match="judgement 1"):
        calibrate.verdicts(lines)


def test_what_is_switched_off_is_off_and_on_again() -> None:
    whole = features.FEATURES, vetoes.VETOES
    for name in ablation.names():
        with ablation.without(name):
            missing = [*whole[0], *whole[1]]
            for each in (*features.FEATURES, *vetoes.VETOES):
                missing.remove(each)
            listed = name[0] in ("feature", "veto") and name not in ablation.FUNCTIONS
            assert [each.__name__.strip("_") for each in missing] == ([name[1]] if listed else [])
        assert whole == (features.FEATURES, vetoes.VETOES)


@pytest.mark.parametrize("name", ablation.FUNCTIONS, ids=str)
def test_a_function_that_is_switched_off_gives_its_answer_and_comes_back(name: ablation.Name) -> None:
    owner, attribute, answer = ablation.FUNCTIONS[name]
    whole = getattr(owner, attribute)
    with ablation.without(name):
        assert getattr(owner, attribute)(None, None, None) == answer
    assert getattr(owner, attribute) is whole


def test_an_explanation_that_is_off_makes_conflicts() -> None:
    texts = {
        "a.txt": "Over 600 people left the town of Orrin.",
        "b.txt": "647 people left the town of Orrin.",
    }
    read = ablation.reader()
    assert ablation.mutation.loud(ablation.checker(read, None)(texts)) == []
    assert len(ablation.mutation.loud(ablation.checker(read, ("explanation", "bounds"))(texts))) == 1


def test_the_whole_finds_what_the_samples_hold() -> None:
    found, traps = ablation.samples(ablation.checker(ablation.reader(), None))
    assert found > 0 and traps == 0


@pytest.mark.parametrize("script", ["calibrate", "ablation"])
def test_the_scripts_say_what_they_do(script: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / f"{script}.py"), "--help"]
    assert b"FOLDER" in subprocess.run(command, capture_output=True, check=True).stdout
