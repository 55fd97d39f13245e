"""The identity of a field: what it is about, wherever its texts stand and whatever else they say."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from claimcheck.model import Claim, Field
from claimcheck.normalise.claim import references
from claimcheck.normalise.text.places import skeleton


def identified(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields, each with an id of its own, which is made of its own claims alone.

    So other fields come and go without a trace in it. Only where two in dispute say the same of what they are about,
    their figures and sentences tell them apart; one that is not in dispute takes the id of none that is.
    """
    found = list(fields)
    texts = [_text(field) for field in found]
    disputed = [_values(field.claims) > 1 for field in found]
    rivals = Counter(text for text, open_ in zip(texts, disputed, strict=True) if open_)
    alone = [open_ and rivals[text] == 1 for text, open_ in zip(texts, disputed, strict=True)]
    each = zip(found, texts, alone, strict=True)
    return tuple(_numbered(found, [_apart(field, text) if not only else text for field, text, only in each]))


def _apart(field: Field, text: str) -> str:
    """The same with the figures and the sentences of the field, unless the user names it."""
    return text if field.name is not None else f"{text}|{min(map(words, field.claims))}"


def _text(field: Field) -> str:
    """What the id of a field is made of; the name that the user gives it says enough."""
    if field.name is not None:
        return f"named|{field.name}|{field.unit}"
    own = [claim for claim in field.claims if claim.copy_of is None] or field.claims
    return f"{_subject(own)}|{min(map(_about, own))}"


def _numbered(fields: Sequence[Field], texts: Sequence[str]) -> Iterable[Field]:
    """Fields of the very same words get a number, in the order of the run."""
    seen: Counter[str] = Counter()
    for field, text in zip(fields, texts, strict=True):
        seen[text] += 1
        number = f"|{seen[text]}" if seen[text] > 1 else ""
        yield msgspec.structs.replace(field, id=hashlib.sha1(f"{text}{number}".encode()).hexdigest()[:12])


def _subject(claims: Sequence[Claim]) -> str:
    """Kind, unit, noun and action that most claims share."""
    parts = (
        (claim.mention.kind for claim in claims),
        (claim.unit for claim in claims),
        (claim.noun or _named(claim) for claim in claims),
        (claim.action for claim in claims),
    )
    return "|".join(map(commonest, parts))


def _named(claim: Claim) -> str | None:
    """What a number names: "resolution"."""
    named = claim.mention.noun_phrase if claim.mention.kind == references.KIND else None
    return named.lower() if named else None


def commonest(words: Iterable[str | None]) -> str:
    """The word that stands most often, the first of the alphabet among equals, "" without any."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def _values(claims: Sequence[Claim]) -> int:
    return len({claim.value for claim in claims})


def _about(claim: Claim) -> str:
    """What a claim binds to its number, in canonical words: neither the figure nor its place in the text.

    The places come first, since the claim that stands first by the alphabet speaks for its field: so it is the one
    that says least, and a text that says more of the same thing changes nothing.
    """
    mention, context = claim.mention, claim.mention.context
    return _folded(
        (
            " ".join(sorted({skeleton(place.name) for place in claim.places})),
            *(context.head, context.subject, context.object),
            claim.noun or mention.noun_phrase,
            claim.action or context.verb,
            *(context.block.row, *context.block.headings[-1:]),
        )
    )


def words(claim: Claim) -> str:
    """A claim in its own words, with those it is bound to and the name of its section and row."""
    mention, context = claim.mention, claim.mention.context
    start, end = context.sentence
    parts = (
        mention.surface,
        mention.noun_phrase,
        *(context.verb, context.head, context.subject, context.object),
        *(context.block.row, *context.block.headings[-1:]),
        f"{mention.number_start - start}/{end - start}",
    )
    return _folded(parts)


def _folded(parts: Iterable[str | None]) -> str:
    return "|".join(" ".join((part or "").lower().split()) for part in parts)
