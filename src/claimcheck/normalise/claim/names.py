"""Whose age a number is: the name before it ("Ana Brook, 49,") or behind it ("49-year-old Ana Brook")."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations

from claimcheck.lexicon import dates, durations, function_words, grammar, numbers, periods
from claimcheck.lexicon.measures import measures, years_old
from claimcheck.lexicon.patterns import alternatives
from claimcheck.model import Document, Mention
from claimcheck.normalise.claim import coreference
from claimcheck.normalise.text import sentences

REACH = 60  # characters in which the name stands
FAR = 300  # characters in which "He was 75." finds the person
SHORTEST = 3  # letters of a name that may be short for a longer one

Person = tuple[str, frozenset[str]]


def owner(document: Document, mention: Mention) -> Person | None:
    """Surname and other names, lower case, of the person whose age `mention` is."""
    found = stated(document, mention)
    if found is not None:
        return _in_full(document.plain, found)
    name = coreference.meant(document.plain, mention, _full_name())
    return _person(name) if name else None


def stated(document: Document, mention: Mention) -> Person | None:
    """The same where the words beside the number name the person."""
    plain = document.plain
    found = _after().match(plain, mention.number_end, mention.number_end + REACH)
    found = found or _apposed(plain, mention) or _just_before(plain, mention)
    name = _subject(plain, mention) if found is None else found["name"]
    if name is None:
        found = _behind_role(plain, mention) or _of_copula(plain, mention)
        name = found["name"] if found else None
    return _surname(plain, mention) if name is None else _person(name)


def _behind_role(plain: str, mention: Mention) -> re.Match[str] | None:
    """ "the 49-year-old local sailor Ana Brook", "a 49-year-old sailor, Ana Brook, was"."""
    found = _role_and_name().match(plain, mention.number_end, mention.number_end + REACH)
    words = found["role"].split() if found else []
    told = bool(words) and words[-1].islower() and function_words.words().isdisjoint(words)
    return found if told else None


def _surname(plain: str, mention: Mention) -> Person | None:
    """ "the 49-year-old Brook said": a surname alone, where the text has it in a full name, too."""
    found = _alone().match(plain, mention.number_end, mention.number_end + REACH)
    return _person(found["name"]) if found and found["name"].lower() in _surnames(plain) else None


@lru_cache(maxsize=4)
def _surnames(plain: str) -> dict[str, frozenset[str]]:
    """The full names of a text by their last words."""
    found: dict[str, set[str]] = {}
    for match in _full_name().finditer(plain):
        for line in match["name"].split("\n\n"):
            name = re.sub(r"['’]s?$", "", line).split()  # "Ana Brook's"
            if len(name) > 1:
                found.setdefault(name[-1].lower(), set()).add(" ".join(name))
    return {surname: frozenset(names) for surname, names in found.items()}


def _person(name: str) -> Person | None:
    words = _nickname().sub(" ", name).lower().split()
    while words and words[-1] in measures().age.deaths:  # a headline: "Sailor Ana Brook Dies at 75"
        words.pop()
    if not words or _is_day(words[-1]):
        return None
    return words[-1], frozenset(words[:-1]) - measures().age.titles - function_words.words()


def _in_full(plain: str, person: Person) -> Person | None:
    """Somebody by a surname alone, with the first names that the text has for the only one; None for one of several."""
    surname, others = person
    if others:
        return person
    known = _surnames(plain).get(surname, frozenset())
    bearers = [found for found in map(_person, sorted(known)) if found is not None and found[0] == surname]
    if any(not fit(one[1], other[1]) for one, other in combinations(bearers, 2)):
        return None  # the Brooks: whose age it is is told in full or not at all
    return bearers[0] if len(bearers) == 1 else person


def fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """False for two sets of first names that have none in common; "Fred" is short for "Frederick"."""
    return not (one and other) or any(_short(a, b) for a in one for b in other)


def _short(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short) and (len(short) >= SHORTEST or long == short or len(short) == 1)


def described(document: Document, mention: Mention) -> str | None:
    """The word for somebody whose name is left out: "man" in "a 38-year-old local man"."""
    found = _someone().match(document.plain, mention.number_end, mention.number_end + REACH)
    words = found["words"].lower().split() if found else []
    before = _someone_before().search(document.plain, max(0, mention.start - REACH), mention.start)
    if before is not None and before["of"] is not None and before["who"].istitle():
        return before["who"].lower()  # "a Ukrainian of 31"
    words += [before["who"].lower()] if before else []
    return next((word for word in words if word in measures().age.persons), None)


@cache
def _someone_before() -> re.Pattern[str]:
    """ "a driver, 34,", "a driver of 34", but not right behind "her": "her driver, 34," """
    others = alternatives(measures().age.others)
    return re.compile(
        rf"(?<![^\W\d_])(?!{others}\b)(?:[^\W\d_]+\s)(?P<who>[^\W\d_][\w-]+)(?:,|(?P<of>\sof))\s$"
    )


def _just_before(plain: str, mention: Mention) -> re.Match[str] | None:
    """ "Ana Brook, 49,", "Ana Brook (26, Orl Rovers)" """
    first = max(0, mention.start - REACH)
    found = _before().search(plain, first, mention.start)
    if found and (mention.kind == "age" or _closed(plain, mention)):
        return found
    team = _team().match(plain, mention.number_end)
    return _in_brackets().search(plain, first, mention.start) if team else None


def _apposed(plain: str, mention: Mention) -> re.Match[str] | None:
    """ "Ana Brook, the driver, 49,": the name before what somebody is, which ends with no name of two words."""
    found = _with_role().search(plain, max(0, mention.start - REACH), mention.start)
    if found is None or not _closed(plain, mention):
        return None
    named = [word.istitle() for word in found["role"].split()[-2:]]
    another = len(named) > 1 and all(named)  # "Ana Brook, mother of Tom Stone, 12,"
    another = another or _is_kin_of(found["role"].lower().split())
    openers = grammar.words("determiner") - measures().age.others
    opens = found["opener"] in openers or found["opener"] not in function_words.words()
    return found if opens and not another else None


def _is_kin_of(role: list[str]) -> bool:
    """True for "the mother of little Tom", whose age may follow; not for "a mother of three"."""
    kin = frozenset(durations.table().kin)
    return any(
        word in kin and of == "of" and not (next_[0].isdigit() or next_ in numbers.words())
        for word, of, next_ in zip(role, role[1:], role[2:], strict=False)
    )


def _of_copula(plain: str, mention: Mention) -> re.Match[str] | None:
    """ "Ana Brook was 76 and had", "Ana Brook is 49.": the name right before."""
    if mention.kind != "age":
        return None
    return _named_was().search(plain, max(0, mention.start - REACH), mention.start)


def was_once(document: Document, mention: Mention) -> bool:
    """True for "Ana Brook was 17" and "At 17 she is", which may be of any time of her life."""
    found = _of_copula(document.plain, mention)
    past = found is not None and found.group().split()[-1] in measures().age.past
    return past or _opens_with_age(document.plain, mention)


def _opens_with_age(plain: str, mention: Mention) -> bool:
    """ "At 41 she is": also what somebody was once is told so, and at which hour."""
    opening = _at_opening().match(plain, mention.context.sentence[0], mention.start)
    return mention.kind == "age" and opening is not None and bool(_at_age().match(plain, mention.number_end))


def _subject(plain: str, mention: Mention) -> str | None:
    """ "Ana Brook, a sailor, has died. She was 75.": the first person of this sentence or the one before.

    Where the sentence names nobody in full, the surname before the verb: "Brook died in her sleep at the age of 75".
    """
    start = mention.context.sentence[0]
    lead = _died().search(plain, max(start, mention.start - REACH), mention.start)
    pronoun = _was().search(plain, max(start, mention.start - REACH), mention.start)
    opens = _opens_with_age(plain, mention)
    if not opens and (not (lead or pronoun) or not _closed(plain, mention)):
        return None
    first = sentences.before(plain, start, FAR)[0] if pronoun or opens else start
    named = coreference.persons(plain[max(first, mention.start - FAR) : mention.start], _full_name())
    if named:
        return next(iter(named.values()))
    short = _before_death().search(plain, start, lead.start()) if lead else None
    known = short is not None and (short["name"].isupper() or short["name"].lower() in _surnames(plain))
    return short["name"] if short and known else None


def _is_day(word: str) -> bool:
    return dates.is_named(word) or word in periods.table().words.relative


def _closed(plain: str, mention: Mention) -> bool:
    """True where nothing is counted behind the number: a comma, a full stop, a verb of speech."""
    return (
        re.match(r"\s*(?:[,.;)(\n]|-?year|of\b|who\b|was\b|is\b|said\b)", plain[mention.number_end :])
        is not None
    )


@cache
def _before() -> re.Pattern[str]:
    suffixes, still = alternatives(measures().age.suffixes), alternatives(measures().age.still)
    persons = alternatives({*measures().age.persons} - {*measures().parent.words})
    return re.compile(
        rf"""
        (?P<name>[A-Z][\w'’-]+(?:\s+[A-Z](?:\.|[\w'’-]*))*?\s+[A-Z][\w'’-]+|[A-Z][\w'’-]{{2,}})  # Ana B. Brook, Brook
        (?:,?\s+{suffixes}\b\.?)?   # Jr.
        (?:,\s(?:of|from)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?=,))?  # , of Old Belmar
        \s?,\s*(?:aged?\s+|an?\s+(?:(?:[A-Za-z-]+\s)?{persons}\sof\s)?|the\s+(?=$)|{still}\s+|who\s+(?:(?:has|had|will)\s)?(?:is|was|turn(?:s|ed)?)\s+)?$
        """,
        re.VERBOSE,
    )


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_full_name().pattern}\s\($")


@cache
def _team() -> re.Pattern[str]:
    """Behind an age in brackets what somebody is or rides for, which no minute of a match has."""
    return re.compile(r",\s[A-Z][\w'’-]+(?:\s[\w'’-]+)*\)")


@cache
def _with_role() -> re.Pattern[str]:
    """A full name, what somebody is in up to six words, and a comma."""
    role = r"(?P<role>(?P<opener>[a-z][\w'’-]*)(?:\s[\w'’-]+){0,5})"
    return re.compile(rf"{_full_name().pattern},\s{role},\s(?:aged\s)?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"{years_old()}\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’.-]+)+)")


@cache
def _role_and_name() -> re.Pattern[str]:
    word, name = r"[A-Za-z]\w*(?:-[a-z]\w*)*", r"[A-Z][\w'’]+(?:\s+[A-Z](?:[\w'’]+|\.))*\s+[A-Z][\w'’-]*[a-z]"
    return re.compile(
        rf"{years_old()}\s(?P<role>{word}(?:\s{word}){{0,3}}?)"
        rf"(?:\s+|\s?(?P<mark>[,–—-])\s?)(?P<name>{name})(?(mark)(?=\s?[,–—-]))"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"{years_old()}\s+(?P<name>[A-Z][\w'’-]+)\s+(?![A-Z])")


@cache
def _died() -> re.Pattern[str]:
    """ "dies at", "dead at the age of", "died yesterday aged" """
    return re.compile(
        r"""
        \b(?:die[sd]?|(?<!of\ )(?<!the\ )dead|death(?!\ (?:of|tolls?)\b)|passed\ away)\b .{0,40}?  # a day between
        \b(?:at(?:\ (?:the\ )?age(?:\ of)?)?|aged|,)\s+$
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _before_death() -> re.Pattern[str]:
    """A name in capitals or a surname right before a verb of death: "Brook died", "ANA BROOK, who has died"."""
    return re.compile(
        r"\b(?P<name>[A-Z]{2,}(?:\s[A-Z]{2,})+|[A-Z][\w'’-]{2,})(?:,\swho)?(?:\s(?:has|had))?(?:\s\w+ly)?\s$"
    )


@cache
def _at_opening() -> re.Pattern[str]:
    return re.compile(r"\W*At\s$")


@cache
def _at_age() -> re.Pattern[str]:
    """ "At 41 she is", "At 55, he remains", but not "At 19, he joined": that was long ago."""
    return re.compile(rf",?\s+{grammar.pattern('one_person')}\s{alternatives(measures().age.now)}\b")


@cache
def _was() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:He|She)\s+(?:was|is|had\ been|(?:(?:had|has|will)\s)?turn(?:s|ed)?)\s+(?:aged\s+)?$",
        re.VERBOSE,
    )


@cache
def _named_was() -> re.Pattern[str]:
    return re.compile(rf"{_full_name().pattern},?\s+(?:{alternatives(measures().age.copulas)})\s+$")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>[A-Z][a-z]+(?:\s+[A-Z]\.)?(?:(?:{_nickname().pattern})?\s+[A-Z][\w'’-]*[a-z])+)"
    )


@cache
def _nickname() -> re.Pattern[str]:
    """The part in quotation marks of: Ana "the Wave" Brook."""
    return re.compile(r"\s+(?:``|[\"“‘'])\s?[^\"“”‘’`'\n]{2,30}(?:''|[\"”’'])(?=\s)")


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(rf"{years_old()}(?P<words>(?:\s+[\w'’-]+){{1,4}})")
