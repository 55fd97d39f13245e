"""The context of a number, cue by cue: each table holds sentences, a number, and what belongs to it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract import extract
from claimcheck.extract.context.scopes import cues
from claimcheck.extract.context.speakers import can_tell
from claimcheck.extract.context.tokens import Tokens, tokens
from claimcheck.lexicon import lemmas, scopes, speakers
from claimcheck.model import Block, Context, Document, Mention

CORPUS = Path(__file__).parent / "corpus" / "context"
TODAY = date(2016, 12, 23)  # a Friday
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    return list(tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))["case"])


def mention(case: Case) -> Mention:
    text = case["text"]
    document = Document(
        "a.txt", text, text, _blocks(text), date=date.fromisoformat(case.get("date", str(TODAY)))
    )
    at = _number(case)
    for found in extract(document).mentions:
        if found.number_start <= at < found.number_end:
            return found
    raise AssertionError(f"no mention of {case['number']!r}")


def _blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs parted by a blank line."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(at, at + len(part)))
        at += len(part) + 2
    return tuple(blocks)


def _number(case: Case) -> int:
    """Where the number of a case stands; `nth` counts from 1 where the same digits come twice."""
    found = re.finditer(rf"(?<![\w.,]){re.escape(case['number'])}(?!\w)", case["text"])
    return [match.start() for match in found][case.get("nth", 1) - 1]


def wrong(case: Case, context: Context) -> dict[str, tuple[Any, Any]]:
    """What a context has that the case does not expect: key -> (expected, found)."""
    found: dict[str, Any] = {
        "verb": context.verb,
        "voice": context.voice,
        "subject": context.subject,
        "object": context.object,
        "head": context.head,
        "status": context.status,
        "negated": context.negated,
        "speaker": context.speaker,
        "quoted": context.quoted,
        "places": [f"{place.role}:{place.name}" for place in context.places],
        "period": context.period.text if context.period else None,
        "days": _days(context),
    }
    differing = {
        key: (case[key], found[key]) for key in found if key in case and not _same(case[key], found[key])
    }
    missing = [scope for scope in case.get("scopes", ()) if scope not in context.scopes]
    unwanted = [scope for scope in case.get("not_scopes", ()) if scope in context.scopes]
    if missing or unwanted:
        differing["scopes"] = (missing or unwanted, context.scopes)
    return differing


def _same(expected: Any, found: Any) -> bool:
    """Equal; an empty string expects nothing."""
    return expected == found or (expected == "" and found is None)


def _days(context: Context) -> str | None:
    if context.period is None or context.period.start is None:
        return None
    return f"{context.period.start}/{context.period.end}"


TABLES = sorted(path.stem for path in CORPUS.glob("*.toml") if path.stem != "sentences")
SOLVED = [(name, case) for name in TABLES for case in cases(name) if not case.get("open")]
OPEN = [(name, case) for name in TABLES for case in cases(name) if case.get("open")]


def _id(value: Any) -> str:
    return f"{value['number']}: {value['text'][:60]}" if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("table", "case"), SOLVED, ids=_id)
def test_context_of_a_number(table: str, case: Case) -> None:
    assert wrong(case, mention(case).context) == {}


def test_open_cases_still_fail() -> None:
    """A case that works now is no open case: take its mark away."""
    solved = [case["text"] for _, case in OPEN if not wrong(case, mention(case).context)]
    print(f"{len(OPEN)} open of {len(OPEN) + len(SOLVED)} cases")
    assert solved == []


@pytest.mark.parametrize("case", cases("sentences"), ids=_id)
def test_sentence_of_a_number(case: Case) -> None:
    start, end = mention(case).context.sentence
    assert case["text"][start:end] == case["sentence"]


def test_every_mention_gets_a_sentence_that_holds_it() -> None:
    sample = (
        "killed 12 ( of 30 “ said . Lund , in Ostra ” wounded : 5% since May 2015 ; who were two days ago"
    )
    words = sample.split()
    for turn in range(len(words)):
        text = " ".join(words[turn:] + words[:turn])
        document = Document("a.txt", text, text, _blocks(text), date=TODAY)
        for found in extract(document).mentions:
            start, end = found.context.sentence
            assert start <= found.start < found.end <= end


def test_a_line_without_end_is_cut() -> None:
    text = "12 men left " * 5_000
    found = extract(Document("a.txt", text, text, (Block(0, len(text)),))).mentions
    assert len(found) == 5_000
    assert max(mention.context.sentence[1] - mention.context.sentence[0] for mention in found) <= 1_600


def test_every_cue_of_the_table_is_looked_at() -> None:
    rows = [(name, cue) for name, row in scopes.table().items() for cue in row.clause]
    plain = [(name, cue) for name, cue in rows if re.fullmatch("[a-z -]+", cue)]
    assert len(plain) > len(rows) / 2
    hidden = [cue for name, cue in plain if name not in [found for _, found in cues(_read(cue), title=False)]]
    assert hidden == []


def test_every_form_of_a_verb_of_speech_can_tell_who_speaks() -> None:
    verbs = speakers.words("verbs")
    spoken = [form for form, (base, _) in lemmas.forms().items() if base in verbs]
    assert [form for form in spoken if not can_tell(_read(f"the mayor {form} so"))] == []
    assert not can_tell(_read("the mayor of the town, 3 men"))


def _read(text: str) -> Tokens:
    return tokens(text, 0, len(text), ())
