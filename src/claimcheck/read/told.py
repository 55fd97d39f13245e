"""What the configuration says of a source: its label, its day, its weight, and on which fields it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from claimcheck.config import Options
from claimcheck.model import Told
from claimcheck.read.ignore import globs

T = TypeVar("T")
Matches = Callable[[str], bool]


def teller(options: Options) -> Callable[[str], Told]:
    """What is said of a path that is relative to the configuration; raises GlobError."""
    sources = [(_matcher(glob, f"sources.{glob}"), said) for glob, said in options.sources.items()]
    believed = list(_believed(options))

    def told(path: str) -> Told:
        said = [each for matches, each in sources if matches(path)]
        weight = _last(each.weight for each in said)
        return Told(
            label=_last(each.label for each in said),
            date=_last(each.date for each in said),
            weight=1.0 if weight is None else weight,
            believed=tuple(name for matches, name in believed if matches(path)),
        )

    return told


def _last(said: Iterable[T | None]) -> T | None:
    """Of several globs that match, the later one has the last word on what it speaks of."""
    return next((each for each in reversed([*said]) if each is not None), None)


def _believed(options: Options) -> Iterator[tuple[Matches, str]]:
    for name, field in options.fields.items():
        if field.authoritative_source is not None:
            yield _matcher(field.authoritative_source, f"fields.{name}.authoritative-source"), name


def _matcher(glob: str, key: str) -> Matches:
    spec = globs((glob,), key)
    return spec.match_file if spec is not None else lambda path: False
