"""The line: documents, mentions, claims, fields, findings; each made from the last, nothing flows back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from claimcheck import cache, outcome
from claimcheck.config import Options
from claimcheck.model import (
    Claim,
    ClaimcheckError,
    Coverage,
    Document,
    Extraction,
    Fact,
    Field,
    Report,
    Skipped,
    Told,
)
from claimcheck.outcome import Outcome
from claimcheck.reading import Reading
from claimcheck.reading.means import Means

if TYPE_CHECKING:
    from claimcheck.read import Input

__all__ = ["Means", "SameNameError", "Stage", "Text", "numbers", "run", "since"]

Stage = Literal["claims", "findings"]


class Text(msgspec.Struct, frozen=True):
    """A text that is in no file, and the name it goes by; its suffix says how to read it.

    Where it is what a file is to be, the text takes the place of that file in a run which reads it.
    """

    data: bytes
    name: str
    instead: str | None = None  # real path of the file


class SameNameError(ClaimcheckError):
    """Two texts of a run go by one name."""


def run(
    paths: Sequence[Path],
    options: Options,
    texts: Sequence[Text] = (),
    until: Stage = "findings",
    means: Means | None = None,
) -> Report:
    """Takes the inputs down the line as far as `until`; raises ClaimcheckError for a missing path."""
    means = means or Means()
    paths, texts = _drained(paths, options, texts)
    facts = _facts(options) if until == "findings" else ()
    readings, skipped = _read(paths, options, texts, means)
    every = _claims(readings, options)
    claims = _counted(every)
    compared = _compare(readings, every, options, facts, means) if until == "findings" else Outcome()
    report = Report(
        documents=tuple(reading.document for reading in readings),
        claims=claims,
        fields=compared.fields,
        findings=compared.findings,
        skipped=skipped,
        coverage=_coverage(readings, claims, compared.fields),
        rules=compared.rules,
    )
    return _settle(report, paths, options) if until == "findings" else report


def numbers(
    paths: Sequence[Path], options: Options, texts: Sequence[Text] = ()
) -> Iterator[tuple[Document, Extraction]]:
    """Every document with its quantities and masked numbers, a day without a year left open.

    Raises ClaimcheckError for a missing path.
    """
    from claimcheck import read
    from claimcheck.extract import extract

    paths, texts = _drained(paths, options, texts)
    inputs, named, _ = _inputs(paths, options, texts)
    files = (read.read(found) for found in inputs)
    for document in chain(files, (read.parse(text.data, text.name) for text, _ in named)):
        if isinstance(document, Document):
            yield document, extract(document)


def since(
    report: Report, revision: str, paths: Sequence[Path], options: Options, means: Means
) -> tuple[Report, frozenset[str]]:
    """The report with what an earlier revision had as well marked as known, and the sources that have changed."""
    from claimcheck import read
    from claimcheck.revision import tree
    from claimcheck.since import changed, since

    named = [read.absolute(path) for path in paths]
    with tree(revision, named, lambda path: bool(options.include) or read.reads(path)) as then:
        earlier = replace(
            options,
            baseline=None,
            min_confidence=0.0,
            base=str(then.at(Path(options.base))) if options.base else None,
        )
        before = run([then.at(path) for path in named], earlier, means=means)
    return since(report, before, revision), changed(report, before)


# --- the stages, each loaded when it is reached ----------------------------------------------------------


def _drained(paths: Sequence[Path], options: Options, texts: Sequence[Text]) -> tuple[list[Path], list[Text]]:
    """The paths without the pipes among them, and what came through those among the texts: none is read twice."""
    from claimcheck import read

    pipes = dict.fromkeys(path for path in paths if read.is_pipe(path))
    drained = [Text(read.drained(path, options.max_size), str(path)) for path in pipes]
    return [path for path in paths if path not in pipes], [*texts, *drained]


def _inputs(
    paths: Sequence[Path], options: Options, texts: Sequence[Text]
) -> tuple[list[Input], list[tuple[Text, Told]], list[Skipped]]:
    """The files to read, the texts with what is said of them, what is skipped; raises SameNameError."""
    from claimcheck import read

    inputs, skipped = read.discover(paths, options)
    told = read.teller(options)
    wanted = {text.instead for text in texts} - {None}
    replaced = {os.path.realpath(each.path): each for each in inputs} if wanted else {}
    named: list[tuple[Text, Told]] = []
    for text in texts:
        file = replaced.get(text.instead) if text.instead else None
        named.append((replace(text, name=file.source), file.told) if file else (text, told(text.name)))
    inputs = [each for each in inputs if os.path.realpath(each.path) not in wanted] if wanted else inputs
    names = Counter([*(each.source for each in inputs), *(text.name for text, _ in named)] if named else ())
    for name, number in names.items():
        if number > 1:
            raise SameNameError(
                f"two texts of the run are called {name!r}; give one another name (standard input: --stdin-filename)"
            )
    return inputs, named, skipped


def _read(
    paths: Sequence[Path], options: Options, texts: Sequence[Text], means: Means
) -> tuple[tuple[Reading, ...], tuple[Skipped, ...]]:
    from claimcheck.reading import years

    inputs, named, skipped = _inputs(paths, options, texts)
    readings, unread = _gather(inputs, named, options, means)
    if days := years.settled([each.document for each in readings]):
        # read anew: what "on Tuesday" says depends on the day of its text
        dated = [
            replace(each, told=_on(each.told, days[each.source])) for each in inputs if each.source in days
        ]
        again = [(text, _on(said, days[text.name])) for text, said in named if text.name in days]
        anew = {each.document.source: each for each in _gather(dated, again, options, means)[0]}
        readings = [anew.get(each.document.source, each) for each in readings]
    skipped += unread
    skipped += [Skipped(text.source, text.unread) for each in readings if (text := each.document).unread]
    return tuple(sorted(readings, key=lambda each: each.document.source)), tuple(sorted(skipped))


def _on(told: Told, day: date) -> Told:
    return replace(told, date=day)


def _gather(
    inputs: Sequence[Input], texts: Sequence[tuple[Text, Told]], options: Options, means: Means
) -> tuple[list[Reading], list[Skipped]]:
    from claimcheck import reading
    from claimcheck.reading.gather import gather

    results = gather(inputs, means)
    results += [_reading(text, told, options) for text, told in texts]
    readings = [item for item in results if isinstance(item, reading.Reading)]
    return readings, [item for item in results if isinstance(item, Skipped)]


def _reading(text: Text, told: Told, options: Options) -> Reading | Skipped:
    from claimcheck import read, reading

    if reason := read.refusal(len(text.data), text.name, options):
        return Skipped(text.name, reason)
    key = cache.digest(text.data, text.name.encode(), msgspec.msgpack.encode(told))
    return reading.of(text.data, text.name, key, told)


def _compare(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    options: Options,
    facts: Sequence[Fact],
    means: Means,
) -> Outcome:
    """Fields and findings, from the cache where the same readings were compared in the same way before."""
    # what is too unsure to be shown may still be known, and must not look resolved
    every = replace(options, min_confidence=0.0)
    key = outcome.key([reading.key for reading in readings], every, facts)
    for kept in means.cache.get([key]).values():
        with suppress(msgspec.DecodeError, LookupError):
            return outcome.unpack(kept, claims)
    documents = [reading.document for reading in readings]
    fields = _unite(documents, claims, every)
    found = _check(documents, claims, fields, every, facts)
    means.cache.put({key: outcome.pack(claims, found)})
    return found


def _claims(readings: Sequence[Reading], options: Options) -> tuple[Claim, ...]:
    """The claims of all readings, in the words that the user holds for one."""
    claims = tuple(claim for reading in readings for claim in reading.claims)
    if not options.synonyms:
        return claims
    from claimcheck import normalise

    return normalise.renamed(claims, options.synonyms)


def _counted(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without those that only name something."""
    return tuple(claim for claim in claims if claim.mention.kind != "reference")


def _unite(documents: Sequence[Document], claims: Sequence[Claim], options: Options) -> tuple[Field, ...]:
    from claimcheck import normalise

    return normalise.unite(documents, claims, options)


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
) -> Outcome:
    from claimcheck import normalise, rules

    dated = normalise.dated(documents)
    findings = rules.check(documents, _counted(claims), fields, options, facts, dated)
    return Outcome(tuple(fields), findings, tuple(rule.text for rule in rules.RULES))


def _settle(report: Report, paths: Sequence[Path], options: Options) -> Report:
    from claimcheck import read
    from claimcheck.settle import settle

    root = read.root(paths)
    base = read.absolute(options.base) if options.base else root
    whole = any(path.is_dir() and base.is_relative_to(read.absolute(path)) for path in paths)
    return settle(report, root, options, whole=whole)


def _coverage(readings: Sequence[Reading], claims: Sequence[Claim], fields: Sequence[Field]) -> Coverage:
    masked: Counter[str] = Counter()
    for reading in readings:
        masked.update(reading.masked)
    kinds = Counter(claim.mention.kind for claim in claims)
    return Coverage(
        numbers=sum(reading.mentions for reading in readings) + masked.total(),
        claims=len(claims),
        kinds=dict(sorted(kinds.items())),
        masked=dict(sorted(masked.items())),
        fields=len(fields),
        compared=sum(len(field.claims) for field in fields if len(field.claims) > 1),
    )
