"""Names of places in a sentence, with the role that the word before them gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from claimcheck.extract.context.tokens import Token
from claimcheck.lexicon import lemmas, places, speakers
from claimcheck.model import Place

LOOK = 5  # words between a preposition and the name
WAY = 14  # words between a verb of motion and its "to"


class Found(msgspec.Struct, frozen=True):
    """A place at a token of its sentence; `direction` and `narrow` say that a part of something is meant."""

    at: int
    role: str
    name: str
    direction: str | None
    narrow: bool

    def place(self) -> Place:
        """The place as a mention keeps it."""
        return Place(self.role, self.name)


def find(text: str, tokens: Sequence[Token], people: frozenset[str], *, title: bool) -> list[Found]:
    """The places of a sentence in order; names in `people` are none."""
    roles = places.table().roles
    capitals = [token.capital for token in tokens]
    found: list[Found] = []
    for index, token in enumerate(tokens):
        role = roles.get(token.word)
        if role is None or True not in capitals[index + 1 : index + 1 + LOOK]:
            continue
        if token.word == "for" and not _bound_for(tokens, index):
            continue
        if token.letter in "poTa" or token.word in ("leaving", "left"):
            if token.word == "to" and not (
                _moves(tokens, index) or (found and _goes_on(tokens, found[-1], index))
            ):
                continue
            again = bool(found) and tokens[found[-1].at - 1].word == "on"
            if token.word == "on" and not (again or _on_target(tokens, index)):
                continue
            for place in _behind(text, tokens, index, role, people, title):
                if not found or found[-1].at < place.at:
                    found.append(place)
    return found


def _moves(tokens: Sequence[Token], index: int) -> bool:
    """True where a verb or noun of motion stands before "to", or a kind of place behind it."""
    if any(_moving(token.word) for token in tokens[max(0, index - WAY) : index]):
        return True
    return any(_placed(token.word) for token in tokens[index + 1 : index + 4])


@lru_cache(maxsize=20_000)
def _moving(word: str) -> bool:
    moving = lemmas.verb_class("motion")
    return lemmas.verb(word) in moving or lemmas.table().nouns.get(lemmas.noun(word)) in moving


def _belongs(text: str, tokens: Sequence[Token], at: int, name: str) -> bool:
    """True for a direction with a capital without which the text never names the place: "West Harn"."""
    return tokens[at - 1].capital and text.count(name) == text.count(
        f"{text[tokens[at - 1].start : tokens[at].start]}{name}"
    )


def _on_target(tokens: Sequence[Token], index: int) -> bool:
    """True where "on" follows an attack, or leads to a named kind of place: "raids on X", "on the island of X"."""
    if index and tokens[index - 1].word in places.words("targets"):
        return True
    return any(token.word in places.words("types") for token in tokens[index + 1 : index + 4])


def _goes_on(tokens: Sequence[Token], before: Found, index: int) -> bool:
    """True for "to" right behind the place of a "from": "from X to Y"."""
    return before.role == "from" and tokens[index - 1].capital and index - before.at < LOOK


def _bound_for(tokens: Sequence[Token], index: int) -> bool:
    """True where "for" follows a verb of motion: "left for"."""
    return index > 0 and lemmas.verb(tokens[index - 1].word) in lemmas.verb_class("motion")


def _behind(
    text: str, tokens: Sequence[Token], index: int, role: str, people: frozenset[str], title: bool
) -> Iterator[Found]:
    """The places behind the preposition at `index`, all of a list: "in X and Y"."""
    typed = role != "of" or _typed_before(tokens, index)
    if index and tokens[index - 1].word == "far":
        role = "near"
    at, direction, kind = _name_start(tokens, index + 1, title)
    while at is not None:
        end = _name_end(tokens, at, title)
        if not _is_place(text, tokens, at, end, people) or not (typed or _placed(_word(tokens, end))):
            return
        name = text[tokens[at].start : tokens[end - 1].end]
        if direction and _belongs(text, tokens, at, name):
            name, direction = text[tokens[at - 1].start : tokens[end - 1].end], None
        narrow = kind in places.words("narrow") or _word(tokens, end).rstrip("s") in places.words("narrow")
        yield Found(at, "of" if role == "of" else role, _bare(name), direction, narrow)
        at, direction, kind = _next_in_list(tokens, end, title), None, None


def _typed_before(tokens: Sequence[Token], index: int) -> bool:
    """True where "of" follows a kind of place or a direction: "city of", "north of"."""
    if index == 0:
        return False
    word = tokens[index - 1].word
    return (
        word in places.words("types")
        or word in places.words("directions")
        or word in ("outskirts", "part", "parts")
    )


def _name_start(tokens: Sequence[Token], at: int, title: bool) -> tuple[int | None, str | None, str | None]:
    """Where a name begins behind a preposition, with the direction and the kind of place named before it."""
    direction = kind = None
    for index in range(at, min(at + LOOK, len(tokens))):
        token = tokens[index]
        word = token.word
        if word in places.words("directions"):
            direction = word
            if token.capital and not _capital(tokens, index + 1):
                return None, None, None
        elif token.capital and not (title and word in places.words("types")):
            return index, direction, kind
        elif word in places.words("types"):
            kind = word
        elif token.letter == "o":
            if not _typed_before(tokens, index):
                return None, None, None
        elif token.letter not in "dA'" and not (token.letter in "Nr" and index < at + 3):
            return None, None, None
    return None, None, None


def _capital(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].capital


def _name_end(tokens: Sequence[Token], at: int, title: bool) -> int:
    """The end (half open) of the run of capital words that starts at `at`."""
    end = at + 1
    while end < len(tokens):
        if tokens[end].capital and not (title and tokens[end].letter != "N"):
            end += 1
        elif tokens[end].word in places.words("joiners") and _capital(tokens, end + 1):
            end += 2
        else:
            return end
    return end


def _next_in_list(tokens: Sequence[Token], end: int, title: bool) -> int | None:
    """The next name of a list "in X, Y and Z", or the larger place behind a comma."""
    index = end
    while index < len(tokens) and tokens[index].letter in ",c":
        index += 1
    if index == end or index >= len(tokens) or not tokens[index].capital or index - end > 2:
        return None
    behind = _name_end(tokens, index, title)
    acts = behind < len(tokens) and tokens[behind].letter in "vrxymz"
    return None if acts else index


def _is_place(text: str, tokens: Sequence[Token], at: int, end: int, people: frozenset[str]) -> bool:
    """False for persons, bodies, peoples, days and months."""
    words = [token.word for token in tokens[at:end]]
    if any(word in places.words("other") or word in people for word in words) or any(
        map(_participial, words)
    ):
        return False
    first = tokens[at]
    if all(map(_placed, words)):
        return False
    if len(words) == 1 and text[first.start : first.end].replace(".", "").isupper():
        return first.word in places.words("short")
    following = _word(tokens, end)
    named_behind = _word(tokens, end + 1) == "of" or _capital(tokens, end + 1)
    if places.is_demonym(words[-1]) and (following not in places.words("types") or named_behind):
        return False
    if following == "'s":
        owned = tokens[end + 1] if end + 1 < len(tokens) else first
        other = owned.word in places.words("other") or owned.word in speakers.words("titles")
        return owned is not first and not other and (owned.capital or _placed(owned.word))
    return following not in _saying() and not _modifies(tokens, end)


def _placed(word: str) -> bool:
    return word in places.words("types") or word in places.words("directions")


def _modifies(tokens: Sequence[Token], end: int) -> bool:
    """True for a name before two nouns, which it only describes: "in Karst regime raids"."""
    following = tokens[end : end + 2]
    if len(following) < 2 or _placed(following[0].word):
        return False
    return all(token.letter == "N" and not token.capital for token in following)


@cache
def _saying() -> frozenset[str]:
    """Past forms of verbs of speech: a name before them is a speaker."""
    spoken = speakers.words("verbs")
    return frozenset(form for form, (base, _) in lemmas.forms().items() if base in spoken)


def _participial(word: str) -> bool:
    """True for an adjective made of a name: "Karst-led"."""
    last = word.rpartition("-")[2]
    return last != word and last in lemmas.forms()


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].word if index < len(tokens) else ""


def _bare(name: str) -> str:
    return " ".join(name.split())
