"""Which files git would leave out, and the globs of a run."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimcheck.model import ClaimcheckError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class GlobError(ClaimcheckError):
    """A pattern of files that is none; the message names key and pattern."""


class Ignored(msgspec.Struct, frozen=True):
    """The ignore files that hold in one folder, outermost first: where each lies, and what it says."""

    levels: tuple[tuple[str, object], ...] = ()

    @classmethod
    def above(cls, folder: Path) -> Ignored:
        """What the ignore files between the root of the repository and a folder say of what is in it."""
        inside = [folder, *folder.parents]
        top = next((index for index, path in enumerate(inside) if (path / ".git").exists()), None)
        if top is None:
            return cls()
        ignored = cls().add(str(inside[top]), inside[top] / ".git" / "info" / "exclude")
        for index in range(top, 0, -1):
            ignored = ignored.below(str(inside[index]))
            if ignored.matches(str(inside[index - 1]), folder=True):
                return cls()  # named in so many words although ignored: then all of it is meant
        return ignored

    def below(self, folder: str) -> Ignored:
        """The same with the ignore file of a folder, where it has one."""
        return self.add(folder, Path(folder) / ".gitignore")

    def add(self, folder: str, file: Path) -> Ignored:
        """The same with a file whose patterns are relative to a folder."""
        try:
            lines = file.read_text("utf-8", "replace").splitlines()
        except OSError:
            return self
        return Ignored((*self.levels, (folder.rstrip(os.sep), _spec(lines))))

    def matches(self, path: str, folder: bool) -> bool:
        """True where the innermost ignore file with an opinion says that the path is ignored."""
        for base, spec in reversed(self.levels):
            relative = path[len(base) + 1 :].replace(os.sep, "/") + ("/" if folder else "")
            verdict = spec.check_file(relative).include  # type: ignore[attr-defined]
            if verdict is not None:
                return bool(verdict)
        return False


def globs(patterns: tuple[str, ...], key: str) -> GitIgnoreSpec | None:
    """The patterns of a key as one matcher of sources, None without any; raises GlobError."""
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    for pattern in patterns:
        if (fault := _fault(pattern)) is not None:
            raise GlobError(f"{key}: {pattern!r} is not a glob: {fault}")
    return GitIgnoreSpec.from_lines(patterns)


def _spec(lines: list[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        # git passes over a line that it cannot read.
        return GitIgnoreSpec.from_lines(line for line in lines if _fault(line) is None)


def _fault(pattern: str) -> str | None:
    """What is wrong with a pattern."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except re.error as error:  # the library translates "[z-a]" as it stands, and `re` refuses it
        return error.msg
    except ValueError:
        return "git knows no such pattern"
    return None
