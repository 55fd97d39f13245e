"""The normaliser by its tables: values, nouns, agreement, places; and laws that hold for any input."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimcheck import check, extract, normalise, read
from claimcheck.config import Options
from claimcheck.interval import Interval
from claimcheck.lexicon import lemmas
from claimcheck.lexicon.nouns import within
from claimcheck.model import Claim, Link, Mention, Period
from claimcheck.normalise.claim import measured, nouns
from claimcheck.normalise.claim.claims import claims as claims_of
from claimcheck.normalise.fields import cluster
from claimcheck.normalise.fields.unite import prepare
from claimcheck.normalise.inside import repeats
from claimcheck.normalise.matching import compare, facts, features, sections, topics, updates, vetoes
from claimcheck.normalise.matching.facts import Facts
from claimcheck.normalise.matching.partners import Partners
from claimcheck.normalise.text import places, stories, words
from claimcheck.normalise.text.lexis import Lexis, lexis
from claimcheck.normalise.ways import exceeding, forms, meaning, twins, wording

TABLES = Path(__file__).parent / "corpus" / "matching"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def claims(text: str, name: str = "a.txt") -> tuple[Claim, ...]:
    document = read.read_text(text, name)
    return claims_of(document, extract.extract(document).mentions)


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, found
    return found[0]


def end(text: str) -> tuple[Decimal | None, bool]:
    bare = text.lstrip("<>")
    return (Decimal(bare) if bare else None), bare == text


def interval(ends: list[str]) -> Interval:
    (low, low_closed), (high, high_closed) = end(ends[0]), end(ends[1])
    return Interval(low, high, low_closed, high_closed)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"]) for case in table("values")["case"]])
def test_a_number_commits_to_an_interval(case: dict[str, Any]) -> None:
    claim = only(case["text"])
    assert claim.value == interval(case["commits"])
    assert claim.plausible == interval(case["stretches"])


def noun(phrase: str) -> str | None:
    head = lemmas.noun(phrase.split()[-1].lower())
    return nouns.counted(_mention(head, phrase)).noun


def _mention(head: str, phrase: str) -> Mention:
    one = Decimal(1)
    return Mention("a.txt", 0, 1, 0, 1, "1", one, None, None, one, noun=head, noun_phrase=phrase)


@pytest.mark.parametrize("group", table("nouns")["same"], ids=str)
def test_words_for_one_thing_share_a_class(group: list[str]) -> None:
    assert len({noun(phrase) for phrase in group}) == 1


@pytest.mark.parametrize("group", table("nouns")["different"], ids=str)
def test_words_for_different_things_do_not(group: list[str]) -> None:
    assert len({noun(phrase) for phrase in group}) == len(group)


@pytest.mark.parametrize("pair", table("nouns")["within"], ids=str)
def test_a_part_is_within_its_whole(pair: list[str]) -> None:
    part, whole = (noun(phrase) for phrase in pair)
    assert within(part, whole)
    assert not within(whole, part)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["a"] + c["b"]) for c in table("agreement")["case"]])
def test_what_lets_two_figures_agree(case: dict[str, Any]) -> None:
    one, other = only(case["a"]), only(case["b"])
    assert (compare.agreement(one, other) or "none") == case["agree"]
    assert (compare.agreement(other, one) or "none") == case["agree"]


@pytest.mark.parametrize("group", table("places")["same"], ids=str)
def test_spellings_of_one_place_meet(group: list[str]) -> None:
    assert len({places.skeleton(name) for name in group}) == 1


@pytest.mark.parametrize("group", table("places")["different"], ids=str)
def test_other_places_do_not(group: list[str]) -> None:
    assert len({places.skeleton(name) for name in group}) == len(group)


def test_aligned_words_skip_one_word_at_a_mismatch() -> None:
    assert twins.aligned(["a", "b", "c", "d"], ["a", "x", "c", "d"]) == ["a", "c", "d"]
    assert twins.aligned(["a", "b", "c", "d"], ["a", "b", "x", "d"]) == ["a", "b", "d"]
    assert twins.aligned(["a", "b", "c", "d"], ["x", "y", "c", "d"]) == []


def link(first: str, second: str) -> Link:
    return Link(first, second, 0.5, ())


def test_a_chain_of_links_is_no_group() -> None:
    chain = [link(a, b) for a, b in zip("abcd", "bcde", strict=True)]
    found = cluster.groups("abcde", chain)
    assert len(set(found.values())) > 1


def test_claims_that_are_all_linked_are_one_group() -> None:
    found = cluster.groups("abcd", [link(a, b) for a, b in combinations("abcd", 2)])
    assert len(set(found.values())) == 1


def test_every_claim_is_in_exactly_one_field() -> None:
    documents = [
        read.read_text("The fire killed 12 people in Orvane. It burned 40 houses.", "a.txt"),
        read.read_text("The fire in Orvane killed 14 people and burned 40 houses.", "b.txt"),
    ]
    found = [claim for d in documents for claim in claims_of(d, extract.extract(d).mentions)]
    fields = normalise.unite(documents, found)
    ids = [claim.id for field in fields for claim in field.claims]
    assert sorted(ids) == sorted(claim.id for claim in found)
    assert len({field.id for field in fields}) == len(fields)


# --- whole texts -----------------------------------------------------------------------------------------


def facts_of(*texts: str, suffix: str = ".txt") -> list[Facts]:
    """The facts of all claims of several texts, as the matching sees them."""
    documents = [
        read.read_text(text.strip() + "\n", f"{name}{suffix}", suffix)
        for name, text in zip("abcd", texts, strict=False)
    ]
    by_source = {d.source: list(claims_of(d, extract.extract(d).mentions)) for d in documents}
    weights = lexis(words.words(document) for document in documents)
    return [
        fact
        for d in documents
        for fact in facts.facts(
            d, words.words(d), by_source[d.source], topics.topics(d, by_source[d.source]), weights
        )
    ]


def named(table_name: str) -> list[Any]:
    return [pytest.param(case, id=case.get("name") or case["text"]) for case in table(table_name)["case"]]


@pytest.mark.parametrize("case", named("ages"))
def test_an_age_has_an_owner(case: dict[str, Any]) -> None:
    found = [fact.claim.noun for fact in facts_of(case["text"]) if fact.claim.mention.kind == "age"]
    assert (found[-1] if found and found[-1] else "none") == case["owner"]


@pytest.mark.parametrize("case", named("actions"))
def test_what_happens_to_the_counted_thing(case: dict[str, Any]) -> None:
    assert facts_of(case["text"])[0].claim.action == case["action"]


@pytest.mark.parametrize(
    ("text", "surface", "action"),
    [
        ("Fifty-four people are dead: 46 women and eight men.", "eight men", "dead"),
        ("Dozens of people were injured at the market and 12 died.", "12", "dead"),
        ("The blast raised the dead to 155 and the wounded to 610.", "610", "hurt"),
        ("It put the death toll at 50 and the number of wounded at 120.", "120", "hurt"),
        ("The toll rose to 45 and injured to 60.", "60", "hurt"),
        ("The strike killed 61 people. Among them are 14 children.", "14 children", "dead"),
        ("The strike killed 61 people. The school has 14 teachers.", "14 teachers", "own"),
        ("The strike killed 61 people - 30 women had protested.", "30 women", "attend"),
    ],
)
def test_who_is_listed_behind_a_toll_shares_its_fate(text: str, surface: str, action: str) -> None:
    assert [fact.claim.action for fact in facts_of(text) if fact.claim.mention.surface == surface] == [action]


def test_the_last_part_behind_of_whom_is_a_part_too() -> None:
    told = facts_of("There are 54 dead, of whom 26 were found on the fifth floor, and five died in hospital.")
    assert "part" in told[-1].claim.scopes and "part" not in told[0].claim.scopes


@pytest.mark.parametrize("case", named("parts"))
def test_a_part_that_exceeds_the_whole_sets_two_texts_apart(case: dict[str, Any]) -> None:
    found = facts_of(case["a"], case["b"])
    linked = exceeding.links(found, lexis(words.words(fact.document) for fact in found), Partners(found))
    assert [*linked] != [] if case["apart"] else [*linked] == []


def test_another_lot_is_one_more_only_of_what_came_before() -> None:
    beside, more = (
        facts_of(text)[-1].scopes.increment
        for text in (
            "The fire killed six men and injured another ten.",
            "Six men died, and another ten men died.",
        )
    )
    assert (beside, more) == (False, True)


def test_a_claim_joins_by_like_wording_a_group_that_it_differs_from() -> None:
    linked = [link("a", "b"), link("a", "c"), link("b", "c"), Link("c", "d", 0.85, ())]
    found = cluster.groups("abcd", linked)
    assert len(set(found.values())) == 1
    assert len(set(cluster.groups("abcd", [*linked[:3], link("c", "d")]).values())) == 2


@pytest.mark.parametrize("case", named("measured"))
def test_a_sum_is_the_amount_of_something(case: dict[str, Any]) -> None:
    [fact] = facts_of(case["text"])
    noun = fact.claim.noun if fact.claim.action == measured.AMOUNT else None
    assert (noun or "none", sorted(fact.modifiers)) == (case["noun"], case["modifiers"])


@pytest.mark.parametrize("case", named("labels"))
def test_a_label_names_a_figure_that_stands_alone(case: dict[str, Any]) -> None:
    [fact] = facts_of(case["text"], suffix=".md")
    assert (fact.claim.noun or "none", sorted(fact.modifiers)) == (case["noun"], case["modifiers"])


UNITS = {
    "Retention (days)": "day",
    "Depth (m)": "m",
    "Speed (km/h)": "km/h",
    "Share (%)": "%",
    "Size in GB": "GB",
    "Weight, kg": "kg",
    "Time (in minutes)": "minute",
    "hold_seconds": "second",
    "--max-wait-ms": "ms",
    "Item(s)": None,
    "Number in all": None,
    "part-time days": None,
    "Age in May": None,
}


@pytest.mark.parametrize(("label", "unit"), UNITS.items(), ids=UNITS)
def test_a_label_gives_a_bare_number_its_unit(label: str, unit: str | None) -> None:
    for text in (
        f"| Thing | {label} |\n|---|---|\n| Pump | 30 |",
        f"| Thing | Value |\n|---|---|\n| {label} | 30 |",
    ):
        [fact] = facts_of(text, suffix=".md")
        assert fact.claim.mention.unit == unit


CURRENCIES = {
    "Price (€)": "EUR",
    "Cost in euros": "EUR",
    "Fee, EUR": "EUR",
    "Dollars": "USD",
    "Pounds": None,
    "Euros spent": None,
}


@pytest.mark.parametrize(("heading", "unit"), CURRENCIES.items(), ids=CURRENCIES)
def test_a_heading_gives_a_bare_number_its_currency(heading: str, unit: str | None) -> None:
    [fact] = facts_of(f"| Thing | {heading} |\n|---|---|\n| Pump | 30 |", suffix=".md")
    assert fact.claim.mention.unit == unit


SCALED = {
    "Price (€m)": ("EUR", 4_500_000),
    "Revenue (£ million)": ("GBP", 4_500_000),
    "Assets, US$ bn": ("USD", 4_500_000_000),
    "Turnover (EUR thousand)": ("EUR", 4_500),
    "£m": ("GBP", 4_500_000),
    "£'000": ("GBP", 4_500),
    "€000s": ("EUR", 4_500),
    "In millions of euros": ("EUR", 4_500_000),
    "Profit (thousand)": (None, Decimal("4.5")),
}


@pytest.mark.parametrize(("label", "amount"), SCALED.items(), ids=SCALED)
def test_a_label_gives_a_bare_number_its_currency_and_scale(
    label: str, amount: tuple[str | None, Decimal]
) -> None:
    for text in (
        f"| Thing | {label} |\n|---|---|\n| Pump | 4.5 |",
        f"| Thing | 2023 |\n|---|---|\n| {label} | 4.5 |",
    ):
        [fact] = facts_of(text, suffix=".md")
        assert (fact.claim.mention.unit, fact.claim.mention.value) == amount


HEADED = {  # tables in which nothing but headings says what the figures are
    "corner": ".md | £m | 2023 | 2022 |\n|---|---|---|\n| Revenue | 4.5 | 4.1 |\n| Drivers | 12 | 11 |",
    "second line": ".md | Item | 2023 | 2022 |\n|---|---|---|\n| | £m | £m |\n"
    "| Revenue | 4.5 | 4.1 |\n| Drivers | 12 | 11 |",
    "line above": ".md All figures in £ million.\n\n| Item | 2023 | 2022 |\n|---|---|---|\n"
    "| Revenue | 4.5 | 4.1 |\n| Drivers | 12 | 11 |",
    "heading": ".md ## Results (£ in millions, except earnings per share)\n\nAudited.\n\n"
    "| Item | 2023 | 2022 |\n|---|---|---|\n| Revenue | 4.5 | 4.1 |\n| Drivers | 12 | 11 |",
    "values": ".csv Item,2023,2022\n,£m,£m\nRevenue,4.5,4.1\nDrivers,12,11\n",
}


@pytest.mark.parametrize("text", HEADED.values(), ids=HEADED)
def test_headings_give_the_figures_of_a_table_year_currency_and_scale(text: str) -> None:
    suffix, _, body = text.partition(" ")
    found = [
        (m.unit, m.value, c.period and c.period.text)
        for c in (fact.claim for fact in facts_of(body, suffix=suffix))
        for m in [c.mention]
    ]
    assert found[:2] == [("GBP", 4_500_000, "2023"), ("GBP", 4_100_000, "2022")]
    assert [each[:2] for each in found[2:]] == [(None, 12), (None, 11)]


def test_the_scale_that_a_heading_names_is_no_figure() -> None:
    assert facts_of("| In millions of euros | 2023 |\n|---|---|\n| Revenue | - |", suffix=".md") == []


@pytest.mark.parametrize(
    "row", ["Stores", "Operating margin", "Store count", "Basic", "Earnings per share", "Road"]
)
def test_a_table_of_amounts_holds_other_rows_too(row: str) -> None:
    text = f"## Results (£ million, except store counts)\n\n| | 2023 |\n|---|---|\n| Revenue | 45 |\n| {row} | 45 |"
    revenue, other = (fact.claim.mention for fact in facts_of(text, suffix=".md"))
    assert (revenue.unit, revenue.value, other.unit, other.value) == ("GBP", 45_000_000, None, 45)


def test_a_sentence_above_a_table_is_no_scale_of_it() -> None:
    text = "The firm made a profit of {} million euros.\n\n| | 2023 |\n|---|---|\n| Rent | 45 |"
    for number in ("3", "three"):
        assert [f.claim.mention.unit for f in facts_of(text.format(number), suffix=".md")] == ["EUR", None]


def test_a_column_of_percentages_holds_percentages() -> None:
    [fact] = facts_of("| Region | 2023 |\n|---|---|\n| | % |\n| North | 4.5 |", suffix=".md")
    period = fact.claim.period
    assert (fact.claim.mention.kind, period and period.start) == ("percent", date(2023, 1, 1))


def test_a_cell_with_a_scale_of_its_own_is_not_multiplied_and_a_note_is_no_amount() -> None:
    row = "| Thing | Note | 2023 |\n|---|---|---|\n| Revenue (£m) | 4 | 12.5 million |"
    note, amount = (fact.claim.mention for fact in facts_of(row, suffix=".md"))
    assert (note.unit, note.value) == (None, 4)
    assert (amount.unit, amount.value) == ("GBP", 12_500_000)


def test_a_year_as_a_heading_is_the_period_of_its_cells() -> None:
    [fact] = facts_of("| Thing | FY 2023 |\n|---|---|\n| Seats | 30 |", suffix=".md")
    assert fact.claim.period == Period("FY 2023", date(2023, 1, 1), date(2023, 12, 31))


def _value(fact: Facts) -> Decimal:
    return fact.claim.mention.value or Decimal(0)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["a"]) for c in table("vetoes")["case"]])
def test_what_speaks_against_a_pair(case: dict[str, Any]) -> None:
    found = facts_of(case["a"], case["b"])
    one, other = (max((f for f in found if f.source == name), key=_value) for name in ("a.txt", "b.txt"))
    assert (vetoes.veto(one, other) or "none") == case["veto"]
    assert (vetoes.veto(other, one) or "none") == case["veto"]


@pytest.mark.parametrize("case", named("stories"))
def test_texts_that_tell_of_different_things_are_not_compared(case: dict[str, Any]) -> None:
    found = facts_of(case["a"], case["b"])
    one, other = (next(fact for fact in found if fact.source == name) for name in ("a.txt", "b.txt"))
    assert (vetoes.veto(one, other) or "none") == case["against"]
    assert vetoes.every(one, other) == vetoes.every(other, one)


def _told(**weight: float) -> stories.Story:
    return stories.Story(weight, {}, frozenset())


def test_a_run_of_many_texts_that_share_little_is_mixed() -> None:
    apart = [_told(**{f"word{n}": 1.0}) for n in range(stories.RUN)]
    assert stories.mixed(apart)
    assert not stories.mixed(apart[1:]), "too few texts to say"
    assert not stories.mixed([_told(flood=0.6, river=0.8)] * stories.RUN)


def test_in_a_mixed_run_words_of_all_its_texts_tell_no_story() -> None:
    one, other = _told(price=0.6, rise=0.6, orvane=0.53), _told(price=0.6, rise=0.6, telmar=0.53)
    known = Lexis({"price": 0.01, "rise": 0.01, "orvane": 4.0, "telmar": 4.0}, 40)
    assert not stories.other_story(one, other)
    assert stories.other_story(*(stories.sorted_out(each, known, 9) for each in (one, other)))


def test_among_many_texts_without_a_day_a_pair_needs_more_in_common() -> None:
    one, other = facts_of("The flood killed 58 people.", "In the flood 86 people were killed.")
    dated = facts_of("The flood killed 58 people on 3 May 2019.", "On 3 May 2019 the flood killed 86 people.")
    assert meaning.needed(one, other, texts=2) < meaning.needed(one, other, texts=200)
    assert meaning.needed(*dated, texts=2) == meaning.needed(*dated, texts=200)


@pytest.mark.parametrize("case", named("twins"))
def test_like_words_link_numbers(case: dict[str, Any]) -> None:
    found = facts_of(case["a"], case["b"])
    apart = [
        link for link in wording.links(wording.compared(found), Partners(found)) if link.explained is None
    ]
    assert bool(apart) == case["linked"]


def _apart(*figures: int) -> bool:
    """Whether reports of three days with these figures are set against each other."""
    texts = [
        f"Date: 2019-05-0{day}\n\nThe harbour office said the market of Orvane took in {figure} crates of fresh fish."
        for day, figure in enumerate(figures, 1)
    ]
    found = facts_of(*texts)
    return any(link.explained is None for link in wording.links(wording.compared(found), Partners(found)))


def test_reports_of_several_days_with_a_figure_each_are_a_series() -> None:
    assert not _apart(410, 380, 455)


def test_two_of_three_reports_that_agree_are_no_series() -> None:
    assert _apart(410, 380, 410)


def _bulletin(day: int, crates: int, boats: int, buyers: int) -> str:
    return (
        f"Date: 2019-05-0{day}\n\nThe harbour office said the market took in {crates} crates of fresh fish.\n\n"
        f"In the morning {boats} boats were waiting at the northern quay of the old harbour.\n\n"
        f"At the auction in the hall {buyers} buyers were bidding for the best of the catch."
    )


@pytest.mark.parametrize(
    ("one", "other", "form"),
    [
        pytest.param((1, 410, 38, 57), (1, 385, 44, 72), True, id="nothing the same"),
        pytest.param((1, 410, 38, 57), (1, 410, 38, 72), False, id="one figure differs"),
        pytest.param((1, 410, 38, 57), (1, 385, 44, 57), False, id="few differ on one day"),
        pytest.param((1, 410, 38, 57), (2, 385, 44, 57), False, id="a figure of the other day"),
    ],
)
def test_texts_whose_figures_mostly_differ_fill_a_form(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int], form: bool
) -> None:
    found = facts_of(_bulletin(*one), _bulletin(*other))
    filled = forms.filled(wording.compared(found), found)
    assert filled == ({("a.txt", "b.txt")} if form else frozenset())


def test_in_a_mixed_run_two_forms_are_not_set_against_each_other(tmp_path: Path) -> None:
    def conflicts() -> int:
        return sum(finding.severity != "note" for finding in check(tmp_path).findings)

    for name, figures in {"north": (1, 410, 38, 57), "south": (1, 385, 44, 72)}.items():
        (tmp_path / f"{name}.txt").write_text(_bulletin(*figures), encoding="utf-8")
    alone = conflicts()
    subjects = {
        "choir": "The choir of Belmar sang nine carols; singers rehearsed carols all winter.",
        "tram": "A tram line through Ostrey opened, and trams run on the line every ten minutes.",
        "vines": "Vines on the Tarn slopes froze; growers lost 40 hectares of vines to frost.",
        "books": "Readers borrowed 900 novels from the library, whose novels are old.",
    }
    for name, text in subjects.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert alone > 0
    assert conflicts() == 0


@pytest.mark.parametrize("case", named("repeats"))
def test_a_text_that_gives_a_figure_twice_gives_it_alike(case: dict[str, Any]) -> None:
    found = facts_of(case["text"])
    value = {fact.claim.id: f"{fact.claim.mention.value}" for fact in found}
    assert [[value[link.first], value[link.second]] for link in repeats.links(found)] == case["apart"]


@pytest.mark.parametrize("case", named("updates"))
def test_a_later_figure_replaces_an_earlier_one(case: dict[str, Any]) -> None:
    found = facts_of(case["a"], case["b"])
    first = next(fact for fact in found if fact.source == "a.txt")
    later = next(fact for fact in found if fact.source == "b.txt" and fact.claim.mention.value == 86)
    assert updates.explanation(first, later, Partners(found)) == case.get("explained")
    assert updates.explanation(later, first, Partners(found)) == case.get("explained")


@pytest.mark.parametrize("case", named("topics"))
def test_what_each_claim_is_about(case: dict[str, Any]) -> None:
    assert [fact.topic.kind for fact in facts_of(case["text"])] == case["topics"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lib32_paths.md", "lib64_paths.md", True),
        ("docs/Code Studio 10 2010.rst", "docs/Code Studio 12.rst", True),
        ("README.md", "FAQ.md", False),
        ("2017-04-15_wire_1.txt", "2017-04-15_wire_2.txt", False),
        ("a/limits.md", "b/limits.md", False),
        ("docs/dropTag.md", "docs/dropPath.md", True),
    ],
)
def test_pages_of_one_template_are_siblings(one: str, other: str, expected: bool) -> None:
    assert sections.siblings(one, other) is expected


def test_tutorials_count_the_things_of_their_own_examples() -> None:
    said = {"tutorial/views.md": "three", "tutorial/urls.md": "four", "reference/pages.md": "two"}
    pages = {name: f"As you can see, the {n} views are grouped together here.\n" for name, n in said.items()}
    met = [{claim.source for claim in finding.claims} for finding in check(pages).findings]
    assert [sources for sources in met if "reference/pages.md" in sources]
    assert {"tutorial/views.md", "tutorial/urls.md"} not in met


def test_tutorials_measure_their_own_programs() -> None:
    said = {"tutorial/primes.md": "13", "tutorial/sums.md": "630", "reference/speed.md": "2"}
    pages = {
        name: f"As you can see, the new one is {n} times faster than the plain one here.\n"
        for name, n in said.items()
    }
    met = [{claim.source for claim in finding.claims} for finding in check(pages).findings]
    assert [sources for sources in met if "reference/speed.md" in sources]
    assert {"tutorial/primes.md", "tutorial/sums.md"} not in met


def test_a_subject_without_letters_is_no_thing() -> None:
    [fact] = facts_of("The town (see section B.2) was worth $3 million.")
    assert fact.claim.noun is None


def test_a_copied_passage_meets_a_changed_one_of_its_own_days(tmp_path: Path) -> None:
    """The first place of the passage lies weeks before: only its copy tells of the days of the changed one."""
    told = (
        "Soldiers of the north had seized {} barges on the canal earlier this week, the harbour office said."
    )
    days = {"a.txt": (3, 48), "b.txt": (24, 48), "c.txt": (24, 88)}
    for name, (day, count) in days.items():
        (tmp_path / name).write_text(f"Barges\n\n{day} May 2021\n\n{told.format(count)}\n", encoding="utf-8")
    (finding,) = [found for found in check(tmp_path).findings if found.severity != "note"]
    assert {claim.source.rpartition("/")[2] for claim in finding.claims} == {"a.txt", "b.txt", "c.txt"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("130 people", "1,300 people", True),
        ("21 mills", "2.1 mills", True),
        ("30 people", "300 people", False),  # one digit: round numbers
        ("130 people", "1,310 people", False),
        ("130 people", "130.0 people", False),
    ],
)
def test_the_same_digits_at_another_power_of_ten(one: str, other: str, expected: bool) -> None:
    assert compare.shifted(only(one), only(other)) is expected


def test_a_slip_by_a_power_of_ten_is_loud_however_far_apart_the_figures_are(tmp_path: Path) -> None:
    """Any other figure as far away makes a note."""
    told = "The flood in Harn killed 130 villagers on Friday night, the mayor said."
    retold = (
        "In Harn the river rose on Friday, and {} villagers were killed by it, according to rescue workers."
    )
    for name, said in (("a.txt", told), ("b.txt", retold.format("1,300")), ("c.txt", retold.format("1,700"))):
        (tmp_path / name).write_text(f"Flood in Harn\n\n12 May 2021\n\n{said}\n", encoding="utf-8")
    loud = check([tmp_path / "a.txt", tmp_path / "b.txt"])
    quiet = check([tmp_path / "a.txt", tmp_path / "c.txt"])
    assert [finding.severity for finding in loud.findings] == ["error"]
    assert [finding.severity for finding in quiet.findings] == ["note"]


def test_a_share_of_something_else_settles_no_share(tmp_path: Path) -> None:
    """ "90 percent of the candidates" is no second turnout."""
    end = "in the vote for the council of Harn on Sunday"
    (tmp_path / "a.txt").write_text(
        f"Vote\n\n12 May 2021\n\nOfficials said turnout reached 93.87 percent {end}.\n"
        "\nNinety percent come from the Orchard Party.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        f"Vote\n\n12 May 2021\n\nThe commission said turnout was almost 90 percent {end}.\n", encoding="utf-8"
    )
    (finding,) = check(tmp_path).findings
    assert {str(claim.mention.value) for claim in finding.claims} == {"93.87", "90"}


def test_those_who_march_are_one_crowd_whatever_they_are_called(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "March in Velm\n\n12 May 2021\n\nSome 80,000 people marched through Velm on Saturday.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Toll protest\n\n12 May 2021\n\nAbout 45,000 demonstrators took part in the march in Velm on Saturday.\n",
        encoding="utf-8",
    )
    (finding,) = check(tmp_path).findings
    assert [claim.noun for claim in finding.claims] == ["person", "person"]


STYLES = {
    "agency.txt": """Quake before dawn

12 May 2021

A strong earthquake struck the Lurne valley near Orvane, and rescuers from Belmar said that 63 schools were destroyed.
The tremor was felt on the coast, where people ran into the streets in slippers. Gas pipes burst, a bridge cracked,
trains stood still all morning, and the airport closed its runway while engineers looked for damage.
""",
    "report.txt": """Situation report

12 May 2021

Our assessment team visited Orvane. Blankets and stoves were handed out in Lurne. The education office reports
that 36 schools were destroyed. Funding is needed, says our partner in Belmar. Latrines, hygiene kits and drinking
water remain priorities; volunteers registered families, measured malnutrition among infants and trained nurses.
""",
}


def test_texts_of_two_styles_tell_one_story_by_the_names_that_they_share(tmp_path: Path) -> None:
    for name, text in STYLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (finding,) = check(tmp_path).findings
    assert {claim.mention.surface for claim in finding.claims} == {"63 schools", "36 schools"}
    pair = [tmp_path / "agency.txt", tmp_path / "report.txt"]
    elsewhere = (
        STYLES["report.txt"].replace("Orvane", "Velm").replace("Lurne", "Harn").replace("Belmar", "Karst")
    )
    pair[1].write_text(elsewhere, encoding="utf-8")
    assert not check(pair).findings, "other names: another story"


def test_copies_of_two_sentences_of_one_text_set_it_not_against_itself(tmp_path: Path) -> None:
    told = "Rangers of the park counted {} deer on the northern slope, its office said in a bulletin for visitors."
    texts = {
        "a.txt": f"20 March 2019\n\nWeek ten\n\n{told.format(120)}\n\nWeek eleven\n\n{told.format(145)}\n",
        "b.txt": f"21 March 2019\n\n{told.format(120)}\n",
        "c.txt": f"22 March 2019\n\n{told.format(145)}\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [found for found in check(tmp_path).findings if found.severity != "note"] == []


def _named(*names: str) -> stories.Story:
    return stories.Story({}, dict.fromkeys(names, 0.2), frozenset(), called=frozenset(names))


def test_a_name_that_most_texts_share_is_no_story_by_itself() -> None:
    told = [_named("keldland", f"town{n}") for n in range(stories.FEW + 1)]
    assert stories.core(told) == frozenset()
    more = [_named(*each.called, "lurne") for each in told]
    assert stories.core(more) == {"keldland", "lurne"}
    assert stories.core(more[:2]) == frozenset(), "two texts share more by chance"


def test_a_name_and_a_cause_that_most_texts_share_are_a_story() -> None:
    told = [_named("keldland", f"town{n}") for n in range(stories.MANY)]
    burnt = [msgspec.structs.replace(each, causes=frozenset({"fire"})) for each in told]
    assert stories.core(burnt) == {"keldland"}
    assert stories.core(burnt[:6] + told[6:]) == frozenset(), "half of them tell of no fire"
    assert stories.core([*burnt, *burnt]) == frozenset(), "so many may tell of several fires"
    assert (
        stories.core(
            [msgspec.structs.replace(_named(f"town{n}"), causes=each.causes) for n, each in enumerate(burnt)]
        )
        == frozenset()
    )


def test_an_only_figure_that_a_third_text_gives_may_lie_further_apart() -> None:
    told = "The convoy of {} buses stood near Orvane."
    found = facts_of(*(told.format(number) for number in (75, 52, 30)))
    one, other, far = (
        msgspec.structs.replace(fact, story=_of_core(fact.story))
        for fact in found
        if fact.claim.noun == "bus"
    )
    assert not features.alone(one, other)
    backed = msgspec.structs.replace(one, others=1)
    assert features.alone(backed, other) and features.alone(other, backed)
    assert not features.alone(backed, far)


def _of_core(story: stories.Story) -> stories.Story:
    return msgspec.structs.replace(story, core=frozenset({"orvane"}))


def test_the_run_tells_how_many_texts_give_an_only_figure(tmp_path: Path) -> None:
    for name, number in (("a", 75), ("b", 75), ("c", 60)):
        (tmp_path / f"{name}.txt").write_text(
            f"The convoy of {number} buses stood near Orvane.", encoding="utf-8"
        )
    documents = [read.read_text(path.read_text("utf-8"), path.name) for path in sorted(tmp_path.iterdir())]
    claimed = [
        claim for document in documents for claim in claims_of(document, extract.extract(document).mentions)
    ]
    ready = prepare(documents, claimed, Options())
    assert {fact.source: fact.others for fact in ready.facts} == {"a.txt": 1, "b.txt": 1, "c.txt": 0}


def test_an_agency_and_the_form_of_a_firm_are_no_story() -> None:
    told = [_named("reuter", "inc", "april", "u", f"firm{n}") for n in range(stories.RUN)]
    assert stories.core(told) == frozenset()


def _among_others(folder: Path, one: str, other: str) -> list[str]:
    """The loud rules on two dated texts that lie among six about other things."""
    for name, told in (("a", one), ("b", other)):
        (folder / f"{name}.txt").write_text(f"4 June 2019\n\n{told}", encoding="utf-8")
    for number, told in enumerate(("choir", "market", "library", "orchard", "school", "meadow")):
        filler = f"4 June 2019\n\nThe {told} had {number + 4} guests."
        (folder / f"{number}.txt").write_text(filler, encoding="utf-8")
    return [found.rule for found in check(folder).findings if found.severity != "note"]


def test_a_list_in_one_form_is_not_set_against_another(tmp_path: Path) -> None:
    told = "The bank of Orvane bought bills of the town for {} million crowns in the {} band on offer."
    listed = " ".join([told.format(27, "narrow"), told.format(21, "broad")])
    assert _among_others(tmp_path, listed, told.format(31, "middle")) == []


def test_one_form_with_two_names_in_one_place_is_of_two_things(tmp_path: Path) -> None:
    told = "The grain board of Belmar has sold {} tonnes of frozen peas to {}, it said."
    assert _among_others(tmp_path, told.format("15,000", "Orvane"), told.format("10,000", "Tessin")) == []


@pytest.mark.parametrize(
    ("told", "one", "other", "loud"),
    [
        ("The broad index rose by {} points in early trading.", 9, 14, False),
        ("The broad index of Tessin rose by {} points in early trading.", 9, 14, True),
        ("The broad index rose by {} points in early trading.", 19, 91, True),
        ("The depot of Tessin keeps {} old tickets in a wooden box.", 500, 700, True),
        ("The depot of Tessin keeps {} old tickets in a wooden box.", 500, 9_000, False),
    ],
)
def test_like_words_need_a_name_and_near_figures(
    tmp_path: Path, told: str, one: int, other: int, loud: bool
) -> None:
    found = _among_others(tmp_path, told.format(one), told.format(other))
    assert found == (["value-conflict"] if loud else [])


def test_what_the_user_tolerates_makes_no_parallel_texts(tmp_path: Path) -> None:
    """Figures that are near enough for the user neither are conflicts nor hide the one that is."""
    text = "We gave {} parcels to {} homes. Our helpers gave {} hours in {} shops, and drove {} kilometres."
    (tmp_path / "a.txt").write_text(text.format(18400, 3450, 45300, 12, 31400), encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.format(19100, 3580, 47100, 22, 32700), encoding="utf-8")
    options = Options(tolerance=Decimal("0.05"))
    loud = [each for each in check(tmp_path, options=options).findings if each.severity != "note"]
    assert [sorted(claim.mention.surface for claim in each.claims) for each in loud] == [
        ["12 shops", "22 shops"]
    ]


def test_names_that_no_text_writes_small_are_names_in_all() -> None:
    texts = "Fog lay over Tarn and over the Haven Mill.", "Tarn was dark. The mill stood still.", "Fog came."
    documents = [read.read_text(text, f"{number}.txt") for number, text in enumerate(texts)]
    known = facts.never_small((document, words.words(document)) for document in documents)
    assert known == {"tarn", "haven"}
    told = stories.story(documents[1], words.words(documents[1]), frozenset(), known)
    assert (told.called, told.names) == ({"tarn"}, {})


def test_texts_of_a_small_mixed_run_that_share_names_tell_of_one_thing() -> None:
    known = Lexis({}, 7)
    one, other = (
        msgspec.structs.replace(
            _told(fountain=weight, square=1 - weight), called=frozenset({"tarn", "orvane", "veld"})
        )
        for weight in (0.9, 0.1)
    )
    apart = [[stories.sorted_out(each, known, texts) for each in (one, other)] for texts in (7, 8)]
    assert [stories.strange(*pair, least=0.9) for pair in apart] == [False, True]
    assert [stories.together(*pair) for pair in apart] == [True, False]


def test_a_figure_behind_and_belongs_to_the_thing_before_it_where_the_verb_is_left_out() -> None:
    rise, profit = facts_of("Revenue rose to 6 million euros and its operating profit to 4 million euros.")
    assert (rise.claim.noun, profit.claim.noun, profit.modifiers) == ("revenue", "profit", {"operating"})
    for again in ("and then to", "and quickly to"):
        found = facts_of(f"Revenue rose to 6 million euros {again} 7 million euros.")
        assert {fact.claim.noun for fact in found} == {"revenue"}
