"""Particulars: what two texts of one folder state of a thing unites, in whatever words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claimcheck import check
from claimcheck.lexicon import particulars
from claimcheck.model import Report

CASES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "matching" / "particulars.toml").read_text(encoding="utf-8")
)


def checked(folder: Path, *texts: str) -> Report:
    """The report of pages with each a heading, a paragraph and a list."""
    for name, text in zip(("guide.md", "questions.md", "overview.md"), texts, strict=False):
        page = f"# Notes\n\n## In short\n\n{text}\n\n## More\n\nWrite to us.\n"
        (folder / name).write_text(page, encoding="utf-8")
    return check(folder)


def conflicts(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.severity != "note"]


def test_every_row_has_a_case() -> None:
    assert [row.name for row in particulars.every()] == list(CASES)


@pytest.mark.parametrize(("name", "texts"), CASES.items(), ids=CASES)
def test_two_wordings_of_one_particular(name: str, texts: list[str], tmp_path: Path) -> None:
    assert conflicts(checked(tmp_path, *texts)) == ["value-conflict"]


# Texts that state a particular each, and differ for a reason or do not differ.
APART = {
    "up to, said in two ways": ["A picture may have up to 8 MB.", "Photos of more than 8 MB are too large."],
    "another unit": ["Notes stay in the bin for 14 days.", "You can restore a deleted note for two weeks."],
    "with another charger": [
        "A full charge takes 3 hours.",
        "With the travel charger a full charge takes 6 hours.",
    ],
    "two figures as sure": [
        "A full charge takes 3 hours.",
        "A full charge takes 4 hours. A full charge takes 5 hours.",
    ],
    "tries in all": ["A failed webhook is tried again 7 times.", "We make 8 attempts to deliver an event."],
    "what was once": ["Backups are kept for 40 days.", "The time for which backups are kept was 30 days."],
    "what somebody has set": [
        "Backups are kept for 40 days.",
        "For backups we lowered the time they are kept to 9 days.",
    ],
    "more than measured": ["It ran for 9 hours on one charge.", "One charge lasts more than 8 hours."],
    "years that are no guarantee": [
        "The battery is covered for 3 years.",
        "We have built a battery or two in 20 years.",
    ],
    "of something": [
        "Backups of the diary are kept for 40 days.",
        "Backups of pictures are kept for 90 days.",
    ],
    "from somewhere": [
        "Orders are delivered within 4 days.",
        "Orders from Velm are delivered within 9 days.",
    ],
    "on a condition": ["You need 4 GB of memory.", "With the map turned on you need 6 GB of memory."],
    "in one of two cases": [
        "The motor has a guarantee of 5 years.",
        "If you register, the guarantee of the motor is 7 years; if you do not, it is 5 years.",
    ],
    "two of one sort": [
        "The diving pool is 4 m deep at the deep end.",
        "The old pool is 3 m deep at the deep end.",
    ],
    "for others": [
        "You can end the contract with 4 weeks' notice.",
        "The landlord ends it with 8 weeks' notice.",
    ],
    "of two bearers": ["The oven has a warranty of 2 years.", "The chimney has a warranty of 9 years."],
    "under two plans": [
        "On the Reed plan deleted notes are kept for 90 days. There is also the Fern plan.",
        "On the Fern plan a deleted note can be restored for 30 days.",
    ],
    "two things that are kept": ["Drafts are stored for 30 days.", "Receipts are stored for 90 days."],
    "things of one sort": ["Entry slips are kept for 30 days.", "Exit slips are kept for 90 days."],
    "one of several sorts": ["A coach permit is valid for 12 months.", "A permit is valid for 3 months."],
    "of a rival": ["It weighs 26 kg.", "The rival has two racks, but it weighs 31 kg."],
    "of what came before": ["It weighs 26 kg.", "Its predecessor weighed 31 kg."],
    "of one with a name of its own": [
        "The tug weighs 26 tonnes.",
        "We also had the Wren. Wren weighed 31 tonnes.",
    ],
    "how far it is": [
        "The hotel is 300 metres away from the pier.",
        "The kiosk is 500 metres away from the pier.",
    ],
    "with a time of its own": [
        "In June keep 60 metres away from the otters.",
        "In winter keep 30 metres away from the otters.",
    ],
    "a part that both texts give": [
        "The group employs 4,310 people, 900 of them in Velm.",
        "In Velm 900 people are employed.",
    ],
    "in a storm": ["Stay 10 metres away from the edge in a storm.", "Keep 3 metres away from the edge."],
    "employed in one place": ["The group employs 4,310 people.", "In Velm the group employs 900 people."],
    "far apart": ["Notes stay in the bin for 30 days.", "A deleted note rests in the bin for 2 hours."],
}


@pytest.mark.parametrize("texts", APART.values(), ids=APART)
def test_figures_that_need_not_differ(texts: list[str], tmp_path: Path) -> None:
    assert conflicts(checked(tmp_path, *texts)) == []


def test_what_a_thing_is_compared_with_is_not_what_is_weighed(tmp_path: Path) -> None:
    texts = ["It weighs 26 kg.", "Unlike its predecessor it weighs 23 kg."]
    assert conflicts(checked(tmp_path, *texts)) == ["value-conflict"]


def test_texts_about_many_things_state_many_figures(tmp_path: Path) -> None:
    for number, days in enumerate((10, 20, 30, 40)):
        text = f"# Notes\n\n## In short\n\nBackups are kept for {days} days.\n\n## More\n"
        (tmp_path / f"{'abcd'[number]}.md").write_text(text, encoding="utf-8")
    assert conflicts(check(tmp_path)) == []


def test_two_models_are_two_things(tmp_path: Path) -> None:
    for model, hours in (("k30", 3), ("k60", 5)):
        text = f"# Saw {model}\n\n## In short\n\nA full charge takes {hours} hours.\n\n## More\n"
        (tmp_path / f"sheet-{model}.md").write_text(text, encoding="utf-8")
    assert conflicts(check(tmp_path)) == []


def test_the_other_cells_of_a_row_say_what_it_gives(tmp_path: Path) -> None:
    table = (
        "| Key | Default | Meaning |\n|---|---|---|\n| `hold_days` | 30 | how long deleted notes are kept |\n"
    )
    (tmp_path / "settings.md").write_text(f"# Settings\n\n{table}", encoding="utf-8")
    text = "# Questions\n\nA note that you throw away can be restored for two weeks.\n"
    (tmp_path / "questions.md").write_text(text, encoding="utf-8")
    assert conflicts(check(tmp_path)) == ["value-conflict"]
