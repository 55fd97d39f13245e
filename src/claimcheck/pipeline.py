"""The line: documents, mentions, claims, fields, findings; each made from the last, nothing flows back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, Protocol, TypeVar

import msgspec

from claimcheck.config import Options
from claimcheck.model import (
    SEVERITIES,
    Claim,
    ClaimcheckError,
    Coverage,
    Document,
    Extraction,
    Fact,
    Field,
    Finding,
    Report,
    RuleText,
    Skipped,
)

Stage = Literal["claims", "findings"]
T = TypeVar("T")


class Watch(Protocol):
    """Hands the items on, and may tell somebody how far it has come."""

    def __call__(self, items: Sequence[T], label: str) -> Iterable[T]:
        """The items in their order."""


class NothingToReadError(ClaimcheckError):
    """No input could be read: a run that saw nothing must not look like a clean one."""


class Stdin(msgspec.Struct, frozen=True):
    """A text that came through standard input, and the name it goes by."""

    data: bytes
    name: str = "stdin.txt"


def unwatched(items: Sequence[T], label: str) -> Iterable[T]:
    """The items, without a word to anybody."""
    return items


def run(
    paths: Sequence[Path],
    options: Options,
    stdin: Stdin | None = None,
    until: Stage = "findings",
    watch: Watch = unwatched,
) -> Report:
    """Takes the inputs down the line as far as `until`; raises ClaimcheckError for a missing path."""
    facts = _facts(options) if until == "findings" else ()
    documents, skipped = _read(paths, options, stdin, watch)
    extractions = _extract(documents, watch)
    claims = _claims(documents, extractions)
    fields = _unite(documents, claims) if until == "findings" else ()
    findings = _check(documents, claims, fields, options, facts) if until == "findings" else ()
    report = Report(
        documents=documents,
        claims=claims,
        fields=fields,
        findings=findings,
        skipped=skipped,
        coverage=_coverage(extractions, claims, fields),
        rules=_rules() if until == "findings" else (),
    )
    return _settle(report, paths, options) if until == "findings" else report


def exit_code(report: Report, options: Options) -> int:
    """0 for nothing failing, 1 for findings that fail the run, 2 for an unread input of a strict run."""
    if options.strict and report.skipped:
        return 2
    if options.locked and report.resolved:
        return 1
    if options.fail_on is None:
        return 0
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    return int(any(f.severity in failing and f.status != "known" for f in report.findings))


def require_input(report: Report) -> None:
    """Raises NothingToReadError for a report on no document at all."""
    if report.documents:
        return
    from claimcheck.read import READERS

    reasons = "; ".join(f"{item.source}: {item.reason}" for item in report.skipped[:3])
    missing = f"no {', '.join(sorted(READERS))} file found; --allow-empty accepts that"
    raise NothingToReadError(f"nothing to read ({reasons or missing})")


# --- the stages, each loaded when it is reached ----------------------------------------------------------


def _read(
    paths: Sequence[Path], options: Options, stdin: Stdin | None, watch: Watch
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    from claimcheck import read

    inputs, skipped = read.discover(paths, options)
    results = [read.read(item) for item in watch(inputs, "reading")]
    if stdin is not None:
        results.append(_read_stdin(stdin))
    documents = [item for item in results if isinstance(item, Document)]
    unread = [item for item in results if isinstance(item, Skipped)]
    return tuple(sorted(documents, key=lambda d: d.source)), tuple(sorted([*skipped, *unread]))


def _read_stdin(stdin: Stdin) -> Document | Skipped:
    from claimcheck import read
    from claimcheck.read.decode import NotTextError, decode

    try:
        return read.read_text(decode(stdin.data), stdin.name, Path(stdin.name).suffix)
    except NotTextError as reason:
        return Skipped(stdin.name, str(reason))


def _extract(documents: Sequence[Document], watch: Watch) -> tuple[Extraction, ...]:
    from claimcheck.extract import extract

    return tuple(extract(document) for document in watch(documents, "extracting"))


def _claims(documents: Sequence[Document], extractions: Sequence[Extraction]) -> tuple[Claim, ...]:
    from claimcheck import normalise

    pairs = zip(documents, extractions, strict=True)
    return tuple(claim for document, found in pairs for claim in normalise.claims(document, found.mentions))


def _unite(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Field, ...]:
    from claimcheck import normalise

    return normalise.unite(documents, claims)


def _facts(options: Options) -> tuple[Fact, ...]:
    if options.reference is None:
        return ()
    from claimcheck import facts

    return facts.load(Path(options.reference), options.tolerance)


def _check(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    fields: Sequence[Field],
    options: Options,
    facts: Sequence[Fact],
) -> tuple[Finding, ...]:
    from claimcheck import rules

    # what is too unsure to be shown may still be known, and must not look resolved
    every = msgspec.structs.replace(options, min_confidence=0.0)
    return rules.check(documents, claims, fields, every, facts)


def _settle(report: Report, paths: Sequence[Path], options: Options) -> Report:
    from claimcheck import read
    from claimcheck.settle import settle

    return settle(report, read.root(paths), options)


def _rules() -> tuple[RuleText, ...]:
    from claimcheck import rules

    return rules.RULES


def _coverage(
    extractions: Sequence[Extraction], claims: Sequence[Claim], fields: Sequence[Field]
) -> Coverage:
    masked = Counter(item.reason for found in extractions for item in found.masked)
    mentions = sum(len(found.mentions) for found in extractions)
    kinds = Counter(claim.mention.kind for claim in claims)
    return Coverage(
        numbers=mentions + masked.total(),
        claims=len(claims),
        kinds=dict(sorted(kinds.items())),
        masked=dict(sorted(masked.items())),
        fields=len(fields),
        compared=sum(len(field.claims) for field in fields if len(field.claims) > 1),
    )
