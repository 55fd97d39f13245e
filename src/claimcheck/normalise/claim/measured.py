"""What a sum or a measure is the amount of: "revenue of 4 million", "operating profit came to 3 million"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import function_words, grammar, lemmas, measured, rivals
from claimcheck.lexicon.patterns import alternatives, of_rows
from claimcheck.model import Document, Mention
from claimcheck.normalise.claim import distances, figures

AMOUNT = "amount"  # the action of a claim that states how much something is
TRAVEL = "travel"  # the action of whoever goes so fast
REACH = 60  # characters in which the name of the measure stands
FAR = 250  # characters in which the subject stands
KINDS = frozenset(
    {"money", "percent", "share", "length", "area", "volume", "mass", "speed", "duration", "rate"}
)
PLACED = frozenset({"duration", "length", "speed"})  # at which something may be put, or be
SIZED = frozenset({"length", "mass", "volume"})  # whose symbol may be joined to the number before a noun
BEHIND = frozenset({"data_size", "other"})  # whose unit stands before the noun without a hyphen

Thing = tuple[str, frozenset[str]]


def thing(document: Document, mention: Mention) -> Thing | None:
    """The noun that is measured, singular, and the words that narrow it."""
    if mention.kind in BEHIND:
        return (
            _of_noun_behind(document, mention) or before_of(document, mention) or _bearer(document, mention)
        )
    if mention.kind not in KINDS:
        return None
    what = _of_kind(document, mention)
    if what is None:
        return None
    table = measured.table()
    said = table.idle | table.said_by_unit.get(mention.kind, frozenset())
    return table.alike.get(what[0], what[0]), frozenset(table.same.get(word, word) for word in what[1]) - said


def _of_kind(document: Document, mention: Mention) -> Thing | None:
    distance = distances.between(document, mention) if mention.kind == "length" else None
    if distance is not None:
        return distance
    paced = _of_noun_behind(document, mention) if mention.kind == "speed" else None
    if paced is not None and paced[0] in measured.table().paced:
        return paced
    told = figures.named(document, mention)
    if told is not None:
        return told, frozenset()
    attribute = _attribute(timed=mention.kind == "duration")
    behind = attribute.match(document.plain, mention.end) if _is_attribute(document, mention) else None
    if behind is not None and not _is_verb(behind["name"]) and _small().isdisjoint(behind[0].split()):
        what = _named(behind["name"])
        return None if what is None or not _is_measured(mention, what[0]) else what
    return (
        before_of(document, mention)
        or _dimension(document, mention)
        or _below(document, mention)
        or _gapped(document, mention)
        or _subject(document, mention)
        or _put(document, mention)
    )


def _of_noun_behind(document: Document, mention: Mention) -> Thing | None:
    """ "a 4,900 mAh battery", "the 12mph limit" """
    if _is_plural(document, mention):
        return None  # "14 hours round the clock"
    noun = _noun_behind().match(document.plain, mention.end)
    if noun is None or _is_verb(noun["noun"]) or not _small().isdisjoint(noun["name"].split()):
        return None  # "1.1 kW without chiller", "25 MB therefore lets"
    return _named(noun["name"])


@cache
def _small() -> frozenset[str]:
    return function_words.words() | grammar.words("adverb")


def _is_plural(document: Document, mention: Mention) -> bool:
    """True for a unit that is written as a word in the plural, not "100 Mbps" or "30 fps"."""
    unit = document.plain[mention.number_end : mention.end].strip(" -")
    return unit.islower() and unit.endswith("s") and lemmas.noun(unit) != unit


def _bearer(document: Document, mention: Mention) -> Thing | None:
    """ "The camera has a resolution of 16 megapixels", "the camera is 13 megapixels" """
    subject, verb = mention.context.subject, mention.context.verb
    if subject is None or subject in measured.table().pronouns:
        return None
    bears = verb == "be" or (verb == "have" and mention.kind != "data_size")
    paid = document.plain.endswith(" for ", 0, mention.start)  # "its data is $20 for 1GB"
    return _named(subject) if bears and not paid else None


def _below(document: Document, mention: Mention) -> Thing | None:
    """ "ten kilometres below the surface", "put the depth at ten kilometres": the depth."""
    table, head, subject = measured.table(), mention.context.head, mention.context.subject
    if mention.kind != "length":
        return None
    if head in table.below:
        return head, frozenset()
    found = _behind_length().match(document.plain, mention.end)
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup, frozenset({subject} - table.pronouns - table.centres if subject else ())


@cache
def _behind_length() -> re.Pattern[str]:
    return re.compile(rf"(?:\s\([^()]{{1,40}}\))?\s{of_rows(measured.table().below)}\b")


def _is_attribute(document: Document, mention: Mention) -> bool:
    """ "an 11-year veteran", "a 90-day court-ordered stay in", "the 18ft lifeboat" """
    follows = document.plain[mention.number_end : mention.number_end + 1]
    start = max(mention.context.sentence[0], mention.start - REACH)
    return follows == "-" or (
        follows.isalpha()
        and mention.kind in SIZED
        and _determiner().search(document.plain, start, mention.start) is not None
    )


def _is_measured(mention: Mention, noun: str) -> bool:
    return mention.kind != "duration" or noun in measured.table().timed


def _is_verb(word: str) -> bool:
    """True for "a six-mile tailback formed." """
    return lemmas.forms().get(word, (word,))[0] != word


def before_of(document: Document, mention: Mention) -> Thing | None:
    """ "with operating revenue of 4 million" """
    start = mention.context.sentence[0]
    found = _of().search(document.plain, max(start, mention.start - REACH), mention.start)
    if found is None or rivals.speaks(found["name"].rpartition(" ")[2]):
        return None  # "the federation spoke of 4 million"
    return _named(found["name"])


def _dimension(document: Document, mention: Mention) -> Thing | None:
    """ "The dam is 142 metres (466 feet) high", "the dam 142 metres high": the dam, by one of its measures."""
    behind = _adjective().match(document.plain, mention.end) if mention.kind == "length" else None
    subject = None if behind is None else _right_before(document, mention) or _subject(document, mention)
    if behind is None or subject is None:
        return None
    dimension = measured.table().dimensions[behind["word"]]
    if subject[0] in measured.table().centres:
        return dimension, frozenset()  # "the quake was 10 km deep", as is whatever lies below ground
    return subject[0], subject[1] | {dimension}


def _right_before(document: Document, mention: Mention) -> Thing | None:
    """ "the slab 40 cm thick", "the crater, five metres deep": the noun right before."""
    start = max(mention.context.sentence[0], mention.start - REACH)
    found = _noun_before().search(document.plain, start, mention.start)
    if found is None or found["noun"] in _small() or _says(found["noun"]):
        return None
    if not _determiner().search(document.plain, start, found.start()):
        return None  # "a window 30 cm wide" is any of several
    narrowed = found["before"] and found["before"] not in _small()
    return _named(found["of"] or (f"{found['before']} {found['noun']}" if narrowed else found["noun"]))


def _says(word: str) -> bool:
    """True for "rose" and "stands", which say of something else how high it is."""
    verb, form = lemmas.forms().get(word, (word, ""))
    return verb in measured.table().verbs or form in ("past", "participle", "both")


def _gapped(document: Document, mention: Mention) -> Thing | None:
    """ "Revenue rose to 6 million and its operating profit by a tenth to 4 million": the profit, its verb left out."""
    start = max(mention.context.sentence[0], mention.start - FAR)
    found = _joined().search(document.plain, start, mention.start)
    if found is None or _is_verb(found["noun"]) or not _small().isdisjoint(found["name"].split()):
        return None
    return None if found["noun"].endswith("ly") else _named(found["name"])  # "and quickly to 8 million"


@cache
def _joined() -> re.Pattern[str]:
    """A figure, what joins the next thing to it, that thing, and how far it went or to where."""
    return re.compile(
        rf"\d[^,;:()]{{0,40}}(?:,|\sand|,\sand|\swhile)\s(?:(?:the|our|{grammar.pattern('possessive')})\s)?"
        r"(?P<name>(?:[a-z-]+\s){0,2}(?P<noun>[a-z]+))(?:\s(?:by|from)(?:\s[^\s,;:()]+){1,3})?\s(?:to|by|at|from)\s$"
    )


def _subject(document: Document, mention: Mention) -> Thing | None:
    """ "Operating profit for the year came to 3 million." """
    subject, verb = mention.context.subject, mention.context.verb
    table = measured.table()
    known = verb in table.verbs or _is_lasting(document, mention)
    if subject is None or subject in table.pronouns or not known:
        return None
    if mention.kind == "length" and verb in table.moving:
        return None  # "the climber fell 200 metres"
    lead = document.plain[max(mention.context.sentence[0], mention.start - FAR) : mention.start]
    if verb in table.amounting and not _leads_to(lead, verb):
        return None  # "an inspector comes within ten days"
    found = re.search(rf"(?i)(?P<name>(?:[^\W\d_]+[ -])?{re.escape(subject)}s?)\b", lead)
    if found is None:
        return subject, frozenset()
    taken = _taken().search(lead[: found.end()])
    return _named(found["name"] if taken is None else f"{taken['off']} {taken['name']}")


def _is_lasting(document: Document, mention: Mention) -> bool:
    """ "The surgery took nine hours", "the trial went on for five weeks" """
    table, context = measured.table(), mention.context
    if mention.kind != "duration":
        return False
    before = document.plain[max(context.sentence[0], mention.start - len(" on for ")) : mention.start]
    if before == " on for " and context.verb in table.lasting_on:
        return True
    verbs = table.lasting_for if before.endswith(" for ") else table.lasting
    return context.subject in table.timed and context.verb in verbs


def whose(document: Document, mention: Mention) -> frozenset[str]:
    """The words for what is put at an amount: "storm" of "put the loss from the storm at 3 million"."""
    found = _put_match(document, mention)
    words = re.findall(r"[^\W\d_]+", (found["whose"] or "").lower()) if found is not None else []
    return frozenset(map(lemmas.noun, words)) - function_words.words()


def _put(document: Document, mention: Mention) -> Thing | None:
    """ "put the loss to the club at 3 million", "the loss was put at 3 million" """
    found = _put_match(document, mention)
    return None if found is None else _named(found["name"])


def _put_match(document: Document, mention: Mention) -> re.Match[str] | None:
    if mention.kind in PLACED:
        return None
    start = max(mention.context.sentence[0], mention.start - FAR)
    hedge = _put_first().match(mention.surface)  # of "estimated at 3 million"
    lead = document.plain[start : mention.start + (hedge.end() if hedge else 0)]
    if not lead.endswith("at "):
        return None
    return _put_at().search(lead) or _was_put_at().search(lead)


def _leads_to(lead: str, verb: str) -> bool:
    """True for "came to", "should come down from", "came in at" in the words before an amount."""
    words = re.findall(r"[a-z]+", lead.lower())
    at = max((place for place, word in enumerate(words) if lemmas.verb(word) == verb), default=len(words))
    return not measured.table().ends.isdisjoint(words[at + 1 : at + 3])


def _named(name: str) -> Thing | None:
    words = [lemmas.noun(word) for word in re.findall(r"[^\W\d_]+", name.lower())]
    if not words:
        return None  # a year as the subject: "2014 was worth 3 million"
    *modifiers, head = words
    if head in measured.table().empty or head in function_words.words():
        return None
    return head, frozenset(modifiers) - function_words.words()


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:(?P<of>[a-z]+)\sof\s|(?P<before>[a-z-]+)\s)?(?P<noun>[a-z]+),?\s$")


@cache
def _determiner() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:the|{grammar.pattern('possessive')})\s$")


@cache
def _adjective() -> re.Pattern[str]:
    words = "|".join(sorted(measured.table().dimensions))
    return re.compile(rf"(?:\s\([^()]{{1,40}}\))?[\s-](?P<word>{words})\b")


@cache
def _taken() -> re.Pattern[str]:
    """ "profit before tax": the measure, and what is not yet taken off it."""
    words = "|".join(measured.table().apart)
    return re.compile(rf"(?P<name>[^\W\d_]+)\s+(?:{words})\s+(?P<off>[^\W\d_]+)$")


@cache
def _put_first() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(measured.table().put)})\sat\s")


@cache
def _put_at() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(measured.table().putting)})\s{_phrase()}\sat\s$")


@cache
def _was_put_at() -> re.Pattern[str]:
    """The same where nobody is named who did it: "had been officially put at"."""
    table = measured.table()
    return re.compile(
        rf"(?i:\b{_phrase()})\s(?:{alternatives(table.being)})\s(?:[a-z]+ly\s)?(?:{alternatives(table.put)})\sat\s$"
    )


def _phrase() -> str:
    """A noun with up to two words before it, and what it is "of" or "to"."""
    table = measured.table()
    return (
        rf"(?:the|{grammar.pattern('possessive')})\s(?P<name>(?:[a-z-]+\s){{0,2}}?[a-z]+)"
        rf"(?:\s(?:{alternatives(table.about)})\s(?P<whose>[^.,;:()]{{2,60}}?))?"
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"(?P<name>(?:[^\W\d_]+[ -])?[^\W\d_]+)\s+of\s+(?:an?\s+|some\s+|up\s+to\s+)?$")


@cache
def _noun_behind() -> re.Pattern[str]:
    """The noun of "a 4,900 mAh battery", with up to two words before it, up to the end of its phrase."""
    ends = "|".join(sorted(function_words.words(), key=len, reverse=True))
    return re.compile(
        rf"\s(?P<name>(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]+))(?=[.,;:!?)\n]|\s[-–—]|\s(?:{ends}|[a-z]+s)\b|$)"
    )


@cache
def _attribute(*, timed: bool) -> re.Pattern[str]:
    """The noun behind a measure with a hyphen, up to the end of its phrase; of a time, up to "ended"."""
    ends = "|".join(sorted(function_words.words(), key=len, reverse=True))
    before = r"(?:\s\([^()]{1,40}\))?(?:\s(?:[a-z-]+|[A-Z]{2,})){0,2}?"
    return re.compile(
        rf"{before}\s(?P<name>[a-z]+)(?=[.,;:!?)\n]|\s(?:{ends}{'|[a-z]+ed' if timed else ''})\b)"
    )
