"""Globs with which a configuration speaks of files: what they match, and which of them match nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from claimcheck.config import Options
from claimcheck.model import ClaimcheckError


class SilenceError(ClaimcheckError):
    """A wish to leave something alone that cannot be understood."""


def matcher(pattern: str, key: str) -> Callable[[str], bool]:
    """Tells which paths a glob matches; raises SilenceError, which names the key."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([pattern]).match_file
    except (ValueError, re.error) as error:
        why = error.msg if isinstance(error, re.error) else "git knows no such pattern"
        raise SilenceError(f"{key}: {pattern!r} is not a glob: {why}") from error


def idle(options: Options, paths: Collection[str]) -> Iterator[str]:
    """A remark on each glob that matches none of the paths of a run, as seen from the configuration."""
    for key, glob in _given(options):
        if not any(map(matcher(glob, key), paths)):
            yield f"{key}: {glob!r} matches no file that is read"


def _given(options: Options) -> Iterator[tuple[str, str]]:
    """Every such glob with its key."""
    yield from (("per-file-ignores", glob) for glob in options.per_file_ignores)
    yield from (("sources", glob) for glob in options.sources)
    for name, field in options.fields.items():
        if field.authoritative_source is not None:
            yield f"fields.{name}.authoritative-source", field.authoritative_source
