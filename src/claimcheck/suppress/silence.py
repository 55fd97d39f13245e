"""Findings without those that comments, [sic] or the configuration ask to leave alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

import msgspec

from claimcheck.config import Options
from claimcheck.model import Claim, Document, Finding
from claimcheck.suppress.directives import ON, VERBS, Directive, directives
from claimcheck.suppress.globs import matcher

WHY = 40  # characters behind a figure in which its [sic] stands
Quiet = Callable[[Claim, str], bool]


class Silenced(msgspec.Struct, frozen=True):
    """What is left, and what there is to say of the rest."""

    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()


class Rules(msgspec.Struct, frozen=True):
    """The rules of a run: those that exist, that were applied, and whose claims only mean something together."""

    known: frozenset[str]
    applied: frozenset[str]
    together: frozenset[str]


def silence(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    paths: Mapping[str, str],
    rules: Rules,
    options: Options,
) -> Silenced:
    """The findings in which something is left to say; `paths` are those of the sources as globs see them."""
    given = [each for document in documents if document.comments for each in directives(document)]
    heard = [each for each in given if _fault(each, rules, options) is None]
    quiet = _quiet(heard, documents, paths, options)
    kept = tuple(item for item in findings if _speaks(item, rules, quiet))
    idle = frozenset(heard) - _used(heard, findings)
    return Silenced(kept, tuple(_remarks(len(findings) - len(kept), given, idle, rules, options)))


def _quiet(
    heard: Sequence[Directive], documents: Sequence[Document], paths: Mapping[str, str], options: Options
) -> Quiet:
    """Tells whether a rule is to leave a claim alone."""
    texts = {document.source: document.text for document in documents}
    files = [(matcher(glob, "per-file-ignores"), rules) for glob, rules in options.per_file_ignores.items()]
    by_source: dict[str, list[Directive]] = {}
    for each in heard:
        by_source.setdefault(each.source, []).append(each)

    def quiet(claim: Claim, rule: str) -> bool:
        return (
            any(each.covers(claim, rule) for each in by_source.get(claim.source, ()))
            or any(rule in rules and matches(paths[claim.source]) for matches, rules in files)
            or (options.sic and _is_meant(claim, texts[claim.source]))
        )

    return quiet


def _used(heard: Iterable[Directive], findings: Iterable[Finding]) -> frozenset[Directive]:
    """The comments that stand at a claim of some finding."""
    spoken: dict[str, list[tuple[Claim, str]]] = {}
    for item in findings:
        for claim in item.claims:
            spoken.setdefault(claim.source, []).append((claim, item.rule))
    return frozenset(
        each for each in heard if any(each.covers(*pair) for pair in spoken.get(each.source, ()))
    )


def _speaks(finding: Finding, rules: Rules, quiet: Quiet) -> bool:
    """True where the claims that may be spoken of still differ."""
    left = [claim for claim in finding.claims if not quiet(claim, finding.rule)]
    if finding.rule in rules.together:
        return len(left) == len(finding.claims)
    return _sides(left) >= min(2, _sides(finding.claims))


def _sides(claims: Iterable[Claim]) -> int:
    return len({(claim.value, claim.unit) for claim in claims})


def _is_meant(claim: Claim, text: str) -> bool:
    mention = claim.mention
    after = text[mention.number_end : mention.end + WHY]
    found = _sic().search(after)
    return found is not None and not re.search(r"\w", text[mention.end : mention.number_end + found.start()])


# --- remarks ---------------------------------------------------------------------------------------------


def _remarks(
    dropped: int, given: Iterable[Directive], idle: frozenset[Directive], rules: Rules, options: Options
) -> Iterator[str]:
    if dropped:
        yield f"{dropped} finding{'s' if dropped > 1 else ''} left alone, as comments or the configuration ask"
    for each in given:
        fault = _fault(each, rules, options)
        applied = not each.rules or bool(each.rules & rules.applied)
        if fault:
            yield f"{each}: {fault}"
        elif each in idle and applied:
            yield f"{each}: nothing to leave alone here"


def _fault(each: Directive, rules: Rules, options: Options) -> str | None:
    """What is wrong with a comment, so that it counts for nothing."""
    if each.verb not in VERBS:
        return f"unknown word {each.verb!r}; known: {', '.join(VERBS)}"
    for rule in sorted(each.rules - rules.known):
        close = get_close_matches(rule, rules.known, n=1, cutoff=0.5)
        return f"unknown rule {rule!r}" + (f"; did you mean {close[0]!r}?" if close else "")
    if each.verb == ON:
        return "nothing is off here"
    return "no reason given" if options.require_reason and not each.reason else None


@cache
def _sic() -> re.Pattern[str]:
    # "CQ" is what desks write for "checked, correct as it stands"
    return re.compile(r"[\[(][*_]*(?:sic|cq)[*_!.]*[\])]", re.IGNORECASE)
