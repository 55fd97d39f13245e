"""Names of places in a sentence, with the role that the word before them gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import attrgetter

import msgspec

from claimcheck.extract.context.marks import CAPITAL, ROLE, bearing
from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import lemmas, places, speakers
from claimcheck.model import Place

_WHERE = "where"
LOOK = 5  # words between a preposition and the name
WAY = 14  # words between a verb of motion and its "to"


class Found(msgspec.Struct, frozen=True, gc=False):
    """A place at a token of its sentence; `direction` and `narrow` say that a part of something is meant."""

    at: int
    role: str
    name: str
    direction: str | None
    narrow: bool

    def place(self) -> Place:
        """The place as a mention keeps it."""
        return Place(self.role, self.name)


def find(text: str, tokens: Tokens, people: frozenset[str], *, title: bool) -> list[Found]:
    """The places of a sentence in order; names in `people` are none."""
    roles = places.table().roles
    found: list[Found] = []
    for possible in _before_capitals().finditer(tokens.marks):
        index = possible.start()
        if _leads(tokens, index, found):
            for place in _behind(text, tokens, index, roles[tokens.words[index]], people, title):
                if not found or found[-1].at < place.at:
                    found.append(place)
    if _WHERE in tokens.words:
        known = {place.at for place in found}
        found += [place for place in _told_of(text, tokens, people) if place.at not in known]
        found.sort(key=attrgetter("at"))
    return found


def _told_of(text: str, tokens: Tokens, people: frozenset[str]) -> Iterator[Found]:
    """The names that a clause tells of as places: "hardest hit was Harn, where 12 people died"."""
    for index, word in enumerate(tokens.words):
        if word != _WHERE or not index:
            continue
        end = index - (tokens.letters[index - 1] == ",")
        at = end
        while at and tokens.capitals[at - 1]:
            at -= 1
        if at < end and _is_place(text, tokens, at, end, people):
            yield Found(at, "in", _bare(text[tokens.starts[at] : tokens.ends[end - 1]]), None, False)


@cache
def _before_capitals() -> re.Pattern[str]:
    """The sign of a word that leads to a place, before one with a capital."""
    return re.compile(rf"{bearing(ROLE)}(?=.{{0,{LOOK - 1}}}{bearing(CAPITAL)})")


def _leads(tokens: Tokens, index: int, found: list[Found]) -> bool:
    """True where the word at `index` leads to a place by what stands around it."""
    word = tokens.words[index]
    if tokens.letters[index] not in "poTa" and word not in ("leaving", "left"):
        return False
    if word == "for":
        return _bound_for(tokens, index)
    if word == "between" and index and lemmas.noun(tokens.words[index - 1]) in places.words("relations"):
        return False
    if word == "to":
        return _moves(tokens, index) or (bool(found) and _goes_on(tokens, found[-1], index))
    if word == "on":
        return (bool(found) and tokens.words[found[-1].at - 1] == "on") or _on_target(tokens, index)
    return True


def _moves(tokens: Tokens, index: int) -> bool:
    """True where a verb or noun of motion stands before "to", or a kind of place behind it."""
    before, behind = tokens.words[max(0, index - WAY) : index], tokens.words[index + 1 : index + 4]
    return any(map(_moving, before)) or any(map(_placed, behind))


@lru_cache(maxsize=20_000)
def _moving(word: str) -> bool:
    moving = lemmas.verb_class("motion")
    return lemmas.verb(word) in moving or lemmas.table().nouns.get(lemmas.noun(word)) in moving


def _belongs(text: str, tokens: Tokens, at: int, end: int) -> bool:
    """True for a direction with a capital that makes the name: "West Harn" where no bare "Harn" is named."""
    if not tokens.capitals[at - 1]:
        return False
    name = text[tokens.starts[at] : tokens.ends[end - 1]]
    return all(map(_placed, tokens.words[at:end])) or not _stands_bare(text, name)


@lru_cache(maxsize=100)
def _stands_bare(text: str, name: str) -> bool:
    """True where a text names "Harn" somewhere without a direction with a capital before it."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        if whole and _direction().search(text, max(0, at - _DIRECTION), at) is None:
            return True
        at = text.find(name, end)
    return False


_DIRECTION = 20  # characters that a direction and the space behind it may have


@cache
def _direction() -> re.Pattern[str]:
    """A direction with a capital at the end of what is looked at."""
    words = "|".join(word.capitalize() for word in sorted(places.words("directions")))
    return re.compile(rf"\b(?:{words})\s\Z")


def _on_target(tokens: Tokens, index: int) -> bool:
    """True where "on" follows an attack or a kind of place, or leads to one: "raids on X", "on the island of X"."""
    if index and (tokens.words[index - 1] in places.words("targets") or _placed(tokens.words[index - 1])):
        return True
    return not places.words("types").isdisjoint(tokens.words[index + 1 : index + 1 + LOOK])


def _goes_on(tokens: Tokens, before: Found, index: int) -> bool:
    """True for "to" right behind the place of a "from": "from X to Y"."""
    return before.role == "from" and tokens.capitals[index - 1] and index - before.at < LOOK


def _bound_for(tokens: Tokens, index: int) -> bool:
    """True where "for" follows a verb of motion: "left for"."""
    return index > 0 and lemmas.verb(tokens.words[index - 1]) in lemmas.verb_class("motion")


def _behind(
    text: str, tokens: Tokens, index: int, role: str, people: frozenset[str], title: bool
) -> Iterator[Found]:
    """The places behind the preposition at `index`, all of a list: "in X and Y"."""
    typed = role != "of" or _typed_before(tokens, index)
    if index and tokens.words[index - 1] == "far":
        role = "near"
    at, direction, kind = _name_start(tokens, index + 1, title)
    while at is not None:
        end = _name_end(tokens, at, title)
        first = at
        if direction and _belongs(text, tokens, at, end):
            first, direction = at - 1, None
        if not _is_place(text, tokens, first, end, people) or not (typed or _placed(_word(tokens, end))):
            return
        name = text[tokens.starts[first] : tokens.ends[end - 1]]
        narrow = kind in places.words("narrow") or _word(tokens, end).rstrip("s") in places.words("narrow")
        yield Found(at, "of" if role == "of" else role, _bare(name), direction, narrow)
        at, direction, kind = _next_in_list(tokens, end, title), None, None


def _typed_before(tokens: Tokens, index: int) -> bool:
    """True where "of" follows a kind of place or a direction: "city of", "north of"."""
    if index == 0:
        return False
    return any(tokens.words[index - 1] in places.words(name) for name in ("types", "directions", "parts"))


def _name_start(tokens: Tokens, at: int, title: bool) -> tuple[int | None, str | None, str | None]:
    """Where a name begins behind a preposition, with the direction and the kind of place named before it."""
    direction = kind = None
    for index in range(at, min(at + LOOK, len(tokens.words))):
        word, letter, capital = tokens.words[index], tokens.letters[index], tokens.capitals[index]
        if word in places.words("directions"):
            direction = word
            if capital and not _capital(tokens, index + 1):
                return None, None, None
        elif capital and _describes(tokens, index):
            continue
        elif capital and not (title and word in places.words("types")):
            return index, direction, kind
        elif word in places.words("types"):
            kind = word
        elif letter == "," and kind and _capital(tokens, index + 1):
            continue
        elif letter == "o":
            if not _typed_before(tokens, index):
                return None, None, None
        elif letter not in "dA'" and not (letter in "Nr" and index < at + 3):
            return None, None, None
    return None, None, None


def _describes(tokens: Tokens, index: int) -> bool:
    """True for the people of "in the Karstian capital, Harn"."""
    kind = _word(tokens, index + 1) in places.words("types") and _word(tokens, index + 2) == ","
    return kind and places.is_demonym(tokens.words[index]) and _capital(tokens, index + 3)


def _capital(tokens: Tokens, index: int) -> bool:
    return index < len(tokens.words) and tokens.capitals[index]


def _name_end(tokens: Tokens, at: int, title: bool) -> int:
    """The end (half open) of the run of capital words that starts at `at`."""
    end = at + 1
    while end < len(tokens.words):
        if tokens.capitals[end] and not (title and tokens.letters[end] != "N"):
            end += 1
        elif tokens.words[end] in places.words("joiners") and _capital(tokens, end + 1):
            end += 2
        else:
            return end
    return end


def _next_in_list(tokens: Tokens, end: int, title: bool) -> int | None:
    """The next name of a list "in X, Y and Z", or the larger place behind a comma."""
    index = end
    while index < len(tokens.words) and tokens.letters[index] in ",c":
        index += 1
    if index == end or index >= len(tokens.words) or not tokens.capitals[index] or index - end > 2:
        return None
    behind = _name_end(tokens, index, title)
    acts = behind < len(tokens.words) and tokens.letters[behind] in "vrxymz"
    return None if acts else index


def _is_place(text: str, tokens: Tokens, at: int, end: int, people: frozenset[str]) -> bool:
    """False for persons, bodies, peoples, days and months."""
    words = tokens.words[at:end]
    if all(map(_placed, words)):
        return len(words) > 1 and words[0] in places.words("directions")  # "the Northern Province"
    other = places.words("other")
    if not (other.isdisjoint(words) and people.isdisjoint(words)) or any(map(_participial, words)):
        return False
    if len(words) == 1 and text[tokens.starts[at] : tokens.ends[at]].replace(".", "").isupper():
        return words[0] in places.words("short")
    following = _word(tokens, end)
    named_behind = _word(tokens, end + 1) == "of" or _capital(tokens, end + 1)
    if places.is_demonym(words[-1]) and (following not in places.words("types") or named_behind):
        return False
    if following == "'s":
        owned = _word(tokens, end + 1)
        named = owned not in other and owned not in speakers.words("titles")
        return named and (_capital(tokens, end + 1) or _placed(owned))
    return following not in _saying() and not _modifies(tokens, end)


def _placed(word: str) -> bool:
    return word in places.words("types") or word in places.words("directions")


def _modifies(tokens: Tokens, end: int) -> bool:
    """True for a name before two nouns, which it only describes: "in Karst regime raids"."""
    if _placed(_word(tokens, end)):
        return False
    return tokens.letters[end : end + 2] == "NN" and True not in tokens.capitals[end : end + 2]


@cache
def _saying() -> frozenset[str]:
    """Past forms of verbs of speech: a name before them is a speaker."""
    spoken = speakers.words("verbs")
    return frozenset(form for form, (base, _) in lemmas.forms().items() if base in spoken)


def _participial(word: str) -> bool:
    """True for an adjective made of a name: "Karst-led"."""
    return "-" in word and word.rpartition("-")[2] in lemmas.forms()


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if index < len(tokens.words) else ""


def _bare(name: str) -> str:
    return " ".join(name.split())
