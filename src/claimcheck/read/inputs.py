"""Paths as named on the command line become inputs: folders are walked, ignored files left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from claimcheck.config import Options
from claimcheck.model import ClaimcheckError, Skipped, Told
from claimcheck.read.ignore import Ignored, globs
from claimcheck.read.special import special
from claimcheck.read.told import teller

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Input(msgspec.Struct, frozen=True, order=True):
    """A file to read: its name in the report, and where it lies."""

    source: str
    path: str
    told: Told = Told()


class PathNotFoundError(ClaimcheckError):
    """A path that was named does not exist."""


def discover(
    paths: Sequence[str | Path], options: Options, suffixes: frozenset[str]
) -> tuple[list[Input], list[Skipped]]:
    """The files that the paths stand for, sorted by source; raises PathNotFoundError or GlobError."""
    require(paths)
    named = [absolute(path) for path in paths]
    run = _Run(
        root(named), options, suffixes, globs(options.include, "include"), globs(options.exclude, "exclude")
    )
    files = [file for path in named for file in run.files(path)]
    # A file that two names lead to is read once, by its own name rather than a link's.
    files.sort(key=lambda file: (file.is_link, file.source))
    told = teller(options)
    found: dict[str, Input] = {}
    for file in files:
        if file.identity not in found:
            found[file.identity] = Input(file.source, file.path, told(_relative(file.path, run.base)))
    kept: dict[str, Input] = {}
    for item in found.values():
        if (
            kept.setdefault(item.source, item) is not item
        ):  # spelled out, what is no UTF-8 may be another's name
            run.skipped.append(Skipped(item.source, "another file of the run is shown under this name"))
    return sorted(kept.values()), sorted(set(run.skipped))


def require(paths: Iterable[str | Path]) -> None:
    """Raises PathNotFoundError for the first path at which there is nothing."""
    for path in paths:
        if not os.path.lexists(absolute(path)):
            raise PathNotFoundError(f"no such file or folder: {path}")


def absolute(path: str | Path) -> Path:
    """The path from the root of the file system; links stay links."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow them


def root(named: Sequence[Path]) -> Path:
    """What sources are relative to: the folder that is named, or the one that holds all that is named."""
    folders = [path if path.is_dir() else path.parent for path in named]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


class _File(msgspec.Struct, frozen=True):
    source: str
    path: str
    identity: str  # the real path
    is_link: bool


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle: reading it will say so
        return True


def _dangles(path: str) -> bool:
    """True for a link to a file that is not there; one that leads in a circle is read, which says so."""
    try:
        os.stat(path)  # noqa: PTH116 - called for every path that is no file
    except FileNotFoundError:
        return Path(path).is_symlink()
    except OSError:
        pass
    return False


def _relative(path: str, folder: str) -> str:
    relative = os.path.relpath(path, folder).replace(os.sep, "/")
    # A name that is no UTF-8 must not break the report.
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


class _Run:
    """The walk over the paths of one run; what cannot be listed or read is kept in `skipped`."""

    def __init__(
        self,
        root: Path,
        options: Options,
        suffixes: frozenset[str],
        include: GitIgnoreSpec | None,
        exclude: GitIgnoreSpec | None,
    ) -> None:
        self.root = str(root)
        self.base = options.base or self.root
        self.gitignore = options.gitignore
        self.suffixes = suffixes
        self.include = include
        self.exclude = exclude
        self.skipped: list[Skipped] = []

    def files(self, named: Path) -> Iterator[_File]:
        """The files that one path stands for."""
        if not named.is_dir():
            if not self._excluded(str(named)) and not self._is_special(str(named)):
                source = self._source(str(named))
                yield _File(source, str(named), os.path.realpath(named), named.is_symlink())
            return
        real = os.path.realpath(named)
        for entry in self._walk(named):
            if self._wanted(entry.path) and not self._excluded(entry.path):
                source = self._source(entry.path)
                is_link = entry.is_symlink()
                identity = os.path.realpath(entry.path) if is_link else real + entry.path[len(str(named)) :]
                yield _File(source, entry.path, identity, is_link)

    def _is_special(self, path: str) -> bool:
        """True for what is no file, kept in `skipped`: a device may have no end, a pipe no writer."""
        name = special(path)
        reason = f"{name}, not a file" if name else "a link that leads nowhere" if _dangles(path) else None
        if reason:
            self.skipped.append(Skipped(self._source(path), reason))
        return reason is not None

    def _source(self, path: str) -> str:
        return _relative(path, self.root)

    def _wanted(self, path: str) -> bool:
        if self.include is not None:
            return self.include.match_file(_relative(path, self.base))
        return PurePosixPath(path).suffix.lower() in self.suffixes

    def _excluded(self, path: str) -> bool:
        return self.exclude is not None and self.exclude.match_file(_relative(path, self.base))

    def _walk(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        """The files below a folder that are neither hidden nor ignored; links to folders are not followed."""
        stack = [(str(folder), Ignored.above(folder) if self.gitignore else Ignored())]
        while stack:
            path, ignored = stack.pop()
            if self.gitignore:
                ignored = ignored.below(path)
            for entry in self._entries(path):
                is_folder = entry.is_dir(follow_symlinks=False)
                if entry.name.startswith(".") or ignored.matches(entry.path, is_folder):
                    continue
                if is_folder:
                    stack.append((entry.path, ignored))
                elif _is_file(entry):
                    yield entry
                elif self._wanted(entry.path) and not self._excluded(entry.path):
                    self._is_special(entry.path)

    def _entries(self, path: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(path) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.skipped.append(Skipped(self._source(path), (error.strerror or "unreadable").lower()))
            return []
