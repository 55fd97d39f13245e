"""The counted noun phrase behind a number."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from claimcheck.extract import heads
from claimcheck.extract.around import Around, Token
from claimcheck.lexicon import dates, lemmas, nounphrase, numbers, units

_LONGEST = 8  # words that a noun phrase may have
_KIND = 3  # words that may tell the kind of a thing
_ONE = Decimal(1)
_CONTRACTED = tuple(f"{mark}{end}" for mark in "'’" for end in ("d", "ll", "m", "re", "t", "ve"))  # "you're"
_QUOTES = frozenset("\"'`“‘")
# The number of a model inside a phrase.
_MODEL = re.compile(r"(?:[A-Z]{1,4}-?)?\d[\dA-Z-]*(?=\s(?P<next>[a-z]+))")
_HYPHENED = re.compile(r"-(?P<noun>[^\W\d_]+)")
_ATTRIBUTE = re.compile(r"\s+\d[\d,.]*(?:-[^\W\d_]+)+(?=\s+[^\W\d_])")  # five 12-year-old girls
_COPULA = re.compile(r",?\s+(?:are|were)\s+(?P<noun>[^\W\d_]+)(?=[\s.,;:!?]|$)")


class NounPhrase(msgspec.Struct, frozen=True, gc=False):
    """What is counted: head in the singular (None where it is elided) and the span of the phrase."""

    noun: str | None
    start: int
    end: int


def read_noun(
    around: Around, end: int, value: Decimal | None, *, measured: bool = False, share: bool = False
) -> NounPhrase | None:
    """The noun phrase behind offset `end`; for a measure only what it is a measure of ("tons of flour")."""
    if not measured and around.low.startswith("-", end):
        joined = _HYPHENED.match(around.low, end, around.ceiling)
        if joined is not None and joined["noun"] in nounphrase.postposed():
            return None  # "a 300-strong guard"
        if joined is not None and joined["noun"] not in nounphrase.stops():
            return NounPhrase(_hyphened(joined["noun"]), joined.start("noun"), joined.end())
    first = around.token(end)
    if first is None:
        return None
    word = first.low
    if word == "of":
        return _partitive(around, first.end, measured=measured or share)
    if share and first.is_word and _is_determiner(around, first):
        return _partitive(around, end, measured=True)  # "half the fleet"
    if word in nounphrase.multiples():
        return NounPhrase("time", first.start, first.end)
    if measured:
        return None
    attribute = None if first.is_word else _ATTRIBUTE.match(around.low, end, around.ceiling)
    if attribute is not None:
        return _phrase(around, attribute.end(), value)
    quoted = first.text in _QUOTES and first.start > end
    if not (first.is_word or first.text == "," or quoted):
        return None
    return _phrase(around, end, value) or _predicate(around, end) or _owner(around, first)


def _hyphened(word: str) -> str:
    """The noun of "12-seat", "two-headed", "three-wheeled"."""
    ed = word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
    return lemmas.verb(word) if ed else nounphrase.singular(word)


def _partitive(around: Around, at: int, *, measured: bool) -> NounPhrase | None:
    """The noun behind "of": "of the bombs", "of flour", "of them"."""
    token = around.token(at)
    while token is not None and _is_determiner(around, token):
        at, token = token.end, around.token(token.end)
    if token is None or not token.is_word or heads.is_pronoun(token):
        return None
    return _phrase(around, at, None, bare=measured)


def _is_determiner(around: Around, token: Token) -> bool:
    return token.low in nounphrase.determiners() or _is_possessive(around, token)


def _is_possessive(around: Around, token: Token) -> bool:
    """ "Karstia's", "the Rovers' "."""
    return token.text.endswith(("'s", "’s")) or (
        token.text.endswith("s") and around.text[token.end : token.end + 2] in ("' ", "’ ")
    )


def _owner(around: Around, token: Token) -> NounPhrase | None:
    """ "the two rivers' common source": the owners are counted where nothing else is."""
    counted = token.text.islower() and nounphrase.is_plural(token.low) and _is_possessive(around, token)
    return NounPhrase(nounphrase.singular(token.low), token.start, token.end) if counted else None


def _phrase(around: Around, at: int, value: Decimal | None, *, bare: bool = False) -> NounPhrase | None:
    """The longest run of words that can be one noun phrase, with its head."""
    run = _run(around, at)
    singular = value == _ONE or bare
    if not run:
        return None
    head = heads.head(run, around.low[at : run[0].start], singular=singular)
    if head is None and not singular:
        run, head = _two_kinds(around, run)
    if head is None:
        return None if singular else _titled(around, run)
    word = run[head].low
    noun = (
        None if heads.is_pronoun(run[head]) or word == "ones" else nounphrase.singular(heads.last_part(word))
    )
    if noun is None:
        return NounPhrase(None, run[0].start, run[head].end)
    stop = run[head].end
    of = around.token(stop) if word in nounphrase.classifiers() else None
    counted = _partitive(around, of.end, measured=True) if of is not None and of.low == "of" else None
    if counted is not None:
        return replace(counted, start=run[0].start)
    if nounphrase.is_plural(word) and not bare:
        stop = _contents(around, _coordinated(around, stop), word)
    return NounPhrase(noun, run[0].start, stop)


def _two_kinds(around: Around, run: list[Token]) -> tuple[list[Token], int | None]:
    """ "15,000 oak and beech trees": two words for the kind, joined in front of the plural."""
    joint = around.token(run[-1].end)
    if joint is None or joint.low not in ("and", "or") or len(run) > _KIND or not all(map(_is_kind, run)):
        return run, None
    rest = _run(around, joint.end)
    head = heads.head(rest, "", singular=False) if rest and _is_kind(rest[0]) else None
    if head is None or not 0 < head <= _KIND or not nounphrase.is_plural(rest[head].low):
        return run, None
    return [*run, joint, *rest], len(run) + 1 + head


def _titled(around: Around, run: list[Token]) -> NounPhrase | None:
    """ "three Player of the Month awards": a title with "of" tells the kind."""
    joint = around.token(run[-1].end)
    if joint is None or joint.low != "of" or not run[-1].text[0].isupper():
        return None
    article = around.token(joint.end)
    rest = _run(around, article.end if article is not None and article.low == "the" else joint.end)
    head = heads.head(rest, "", singular=False) if rest and rest[0].text[0].isupper() else None
    if not head:
        return None
    return NounPhrase(nounphrase.singular(rest[head].low), run[0].start, rest[head].end)


def _is_kind(token: Token) -> bool:
    """False for what cannot tell the kind of a thing: forms of verbs, adverbs, days, months."""
    word = token.low
    named = word in dates.weekdays() or word in dates.months()
    return not (named or word in lemmas.forms() or word.endswith("ly") or heads.may_be_verb(word))


def _run(around: Around, at: int) -> list[Token]:
    """Words up to the first that cannot belong to the phrase; determiners in front are left out."""
    run: list[Token] = []
    while len(run) < _LONGEST:
        token = around.token(at)
        if token is None:
            break
        skipped = _skipped(around, run, token, at)
        if skipped:
            at = skipped
            continue
        if not token.is_word or _ends(around, run, token):
            break
        counted, slash, base = token.low.partition("/")
        if slash and base in units.times() and nounphrase.is_plural(counted):
            run.append(around.cut(token, len(counted)))  # "300 requests/s"
            break
        run.append(token)
        at = token.end
        if heads.is_pronoun(token):
            break
    return run


def _skipped(around: Around, run: list[Token], token: Token, at: int) -> int:
    """Where a quotation mark, the number of a model or a determiner in front ends; 0 for all else."""
    if token.text in _QUOTES:
        return token.end if token.start - at < 2 else 0
    model = _model_end(around, run, token)
    if model or run or not (token.low in nounphrase.skipped() or _is_possessive(around, token)):
        return model
    apostrophe = token.text[-2:-1] not in "'’" and around.text.startswith(("' ", "’ "), token.end)
    return token.end + apostrophe


def _model_end(around: Around, run: list[Token], token: Token) -> int:
    """Where the number in "two Boeing 767 freighters" ends; 0 where there is none."""
    named = token.text[0].isdecimal() and run and run[-1].text[0].isupper()
    match = _MODEL.match(around.text, token.start) if named or token.text[0].isupper() else None
    measured = match is not None and (match["next"] in units.by_word() or match["next"] in units.by_symbol())
    return match.end() if match is not None and not measured else 0


def _ends(around: Around, run: list[Token], token: Token) -> bool:
    """True for a word that no noun phrase runs over."""
    word = token.low
    if run and (_line_break(around, run[-1].end, token.start) or word in nounphrase.postposed()):
        return True
    if word in nounphrase.stops() and word not in nounphrase.pronouns() and not heads.is_short_name(token):
        return True
    contracted = word.endswith(_CONTRACTED)
    return contracted or (word in nounphrase.telegraphic() and _is_number(around.token(token.end)))


def _is_number(token: Token | None) -> bool:
    return token is not None and (token.text[0].isdecimal() or token.low in numbers.words())


def _line_break(around: Around, end: int, start: int) -> bool:
    """An empty line between two words ends the phrase."""
    return around.text.count("\n", end, start) > 1


_JOINED = re.compile(
    r"""
    (?P<list>(?:,\s+[a-z][\w-]+)+),?\s+and\s+(?P<last>[a-z][\w-]+)(?=[\s.,;:)])      # women, children and injured
    |\s+and\s+(?P<second>[a-z][\w-]+)(?=\s+(?:are|had|have|in|on|were|who)\b|[.;:)]|$)   # houses and buildings were
    """,
    re.VERBOSE,
)


def _coordinated(around: Around, end: int) -> int:
    """ "women, children and injured": bare nouns that share the number."""
    match = _JOINED.match(around.low, end, around.ceiling)
    if match is None:
        return end
    items = [
        *re.split(r",\s+", (match["list"] or "").removeprefix(",").strip()),
        match["last"] or match["second"],
    ]
    return (
        match.end() if all(nounphrase.is_plural(w) or w in nounphrase.nominal() for w in items if w) else end
    )


def _contents(around: Around, end: int, head: str) -> int:
    """ "47 pieces of special equipment": the phrase runs on over what the pieces are of."""
    token = around.token(end)
    if head not in nounphrase.containers() or token is None or token.low != "of":
        return end
    at, stop = token.end, end
    for _ in range(6):
        token = around.token(at)
        if token is None or not token.is_word:
            break
        word = token.low
        if word in nounphrase.stops() and word != "and":
            break
        at = token.end
        stop = at if word != "and" else stop
    return stop


def _predicate(around: Around, end: int) -> NounPhrase | None:
    """ "14,000, are men": the noun stands behind the verb."""
    match = _COPULA.match(around.low, end, around.ceiling)
    if match is None or not nounphrase.is_plural(match["noun"]):
        return None
    return NounPhrase(nounphrase.singular(match["noun"]), match.start("noun"), match.end("noun"))
