"""The identity of a field: what it is about, wherever its texts stand and whatever else they say."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from claimcheck.model import Claim, Field
from claimcheck.normalise.claim import references


def identified(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields, each with an id of its own.

    Of the fields on one subject the only one in dispute goes by the subject alone, so that further texts leave its id
    as it is; where there are several, their own words tell them apart, never their order.
    """
    found = list(fields)
    subjects = [_subject(field.claims) for field in found]
    disputed = [_values(field.claims) > 1 for field in found]
    rivals = Counter(subject for subject, open_ in zip(subjects, disputed, strict=True) if open_)
    alone = [open_ and rivals[subject] == 1 for subject, open_ in zip(subjects, disputed, strict=True)]
    texts = [_text(*each) for each in zip(found, subjects, alone, strict=True)]
    return tuple(_numbered(found, texts))


def _text(field: Field, subject: str, alone: bool) -> str:
    """What the id of a field is made of; the name that the user gives it says enough."""
    if field.name is not None:
        return f"named|{field.name}|{field.unit}"
    return subject if alone else f"{subject}|{_own_words(field.claims)}"


def _numbered(fields: Sequence[Field], texts: Sequence[str]) -> Iterable[Field]:
    """Fields of the very same words get a number, in the order of the run."""
    seen: Counter[str] = Counter()
    for field, text in zip(fields, texts, strict=True):
        seen[text] += 1
        number = f"|{seen[text]}" if seen[text] > 1 else ""
        yield msgspec.structs.replace(field, id=hashlib.sha1(f"{text}{number}".encode()).hexdigest()[:12])


def _subject(claims: Sequence[Claim]) -> str:
    """Kind, unit, noun and action that most claims share; what copies say was counted already."""
    own = [claim for claim in claims if claim.copy_of is None] or claims
    parts = (
        (claim.mention.kind for claim in own),
        (claim.unit for claim in own),
        (claim.noun or _named(claim) for claim in own),
        (claim.action for claim in own),
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


def _own_words(claims: Sequence[Claim]) -> str:
    return min(map(words, claims))


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
    return "|".join(" ".join((part or "").lower().split()) for part in parts)
