"""Paths as named on the command line become inputs: folders are walked, ignored files left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcheck.config import Options
from claimcheck.model import ClaimcheckError, Skipped
from claimcheck.read.ignore import Ignored, globs

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Input(msgspec.Struct, frozen=True, order=True):
    """A file to read: its name in the report, and where it lies."""

    source: str
    path: str


class PathNotFoundError(ClaimcheckError):
    """A path that was named does not exist."""


def discover(
    paths: Sequence[str | Path], options: Options, suffixes: frozenset[str]
) -> tuple[list[Input], list[Skipped]]:
    """The files that the paths stand for, sorted by source; raises PathNotFoundError."""
    named = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - resolve() would follow links
    for given, path in zip(paths, named, strict=True):
        if not os.path.lexists(path):
            raise PathNotFoundError(f"no such file or folder: {given}")
    root = _root(named)
    found: dict[str, Input] = {}
    skipped: list[Skipped] = []
    include, exclude = globs(options.include), globs(options.exclude)
    for path in named:
        for file in _files(path, options, suffixes, root, include, skipped):
            source = _name(file, root)
            if exclude is None or not exclude.match_file(source):
                found.setdefault(os.path.realpath(file), Input(source, str(file)))
    return sorted(found.values()), sorted(set(skipped))


def _root(named: list[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in named]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def _files(
    path: Path,
    options: Options,
    suffixes: frozenset[str],
    root: Path,
    include: GitIgnoreSpec | None,
    skipped: list[Skipped],
) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    ignored = Ignored.above(path) if options.gitignore else Ignored()
    for file in _walk(path, ignored, options.gitignore, root, skipped):
        if include is None:
            if file.suffix.lower() in suffixes:
                yield file
        elif include.match_file(file.relative_to(root).as_posix()):
            yield file


def _walk(
    folder: Path, ignored: Ignored, gitignore: bool, root: Path, skipped: list[Skipped]
) -> Iterator[Path]:
    """Files below a folder, without a recursion that deep folders could break."""
    stack = [(folder, ignored)]
    while stack:
        folder, ignored = stack.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            skipped.append(Skipped(folder.relative_to(root).as_posix(), error.strerror or "unreadable"))
            continue
        if gitignore:
            ignored = ignored.below(folder)
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or ignored.matches(entry.path, is_folder):
                continue
            if is_folder:
                stack.append((Path(entry.path), ignored))
            elif _is_file(entry):
                yield Path(entry.path)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle: reading it will say so
        return True


def _name(file: Path, root: Path) -> str:
    """The path below the root, with `/`; bytes of a file name that are no UTF-8 as `\\xff`."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
