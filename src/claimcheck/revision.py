"""The files of an earlier revision, read from the objects of git: checkout, index and worktrees stay untouched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from claimcheck.model import ClaimcheckError

REGULAR = (b"100644", b"100755")  # modes of files; links and submodules have others
SHALLOW = (
    "is not in this clone, which is shallow: fetch the history as well "
    "(actions/checkout: fetch-depth: 0, GitLab: GIT_DEPTH: 0, by hand: git fetch --unshallow)"
)


class RevisionError(ClaimcheckError):
    """A revision that cannot be read."""


class Tree(msgspec.Struct, frozen=True):
    """A revision laid out in a folder of its own, and the root of the checkout that it stands for."""

    root: Path
    top: Path

    def at(self, path: Path) -> Path:
        """Where the revision has an absolute path of the checkout, or would have it; raises RevisionError."""
        return self.root / _below(path, self.top)


@contextmanager
def tree(revision: str, paths: Sequence[Path], wanted: Callable[[Path], bool]) -> Iterator[Tree]:
    """The wanted files below absolute `paths` as they were in a revision, for as long as the context lasts.

    `A...` stands for the commit at which the present branch left A. Paths that the revision lacks are empty. Raises
    RevisionError.
    """
    folder = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    commit = _commit(revision, top)
    named = [_below(path, top) for path in paths]
    with TemporaryDirectory(prefix="claimcheck-") as name:
        then = Tree(Path(name, "tree"), top)
        (then.root / ".git").mkdir(parents=True)  # ignore files above a folder count up to here
        _lay_out(((path, blob) for path, blob in _files(commit, top) if _needed(path, named, wanted)), then)
        for path in paths:
            _stand_in(then.at(path), path.is_dir())
        yield then


def _below(path: Path, top: Path) -> Path:
    """The path from the root of the checkout, whatever links lead there."""
    if not path.is_relative_to(top):
        path = Path(os.path.realpath(path.parent), path.name)
    if not path.is_relative_to(top):
        raise RevisionError(f"{path} is not in the repository {top}")
    return path.relative_to(top)


def _needed(path: Path, named: Sequence[Path], wanted: Callable[[Path], bool]) -> bool:
    return path.name == ".gitignore" or (wanted(path) and any(path.is_relative_to(each) for each in named))


def _stand_in(place: Path, folder: bool) -> None:
    """Makes a path that the revision lacks, so that the sources of both states have the same names."""
    if folder:
        place.mkdir(parents=True, exist_ok=True)
    elif not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()


def _commit(revision: str, top: Path) -> str:
    """The hash of the commit that a name means."""
    try:
        if revision.endswith("..."):
            found = _git(top, "merge-base", "--end-of-options", revision.removesuffix("..."), "HEAD")
        else:
            found = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    except RevisionError:
        shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise RevisionError(f"{revision!r} {SHALLOW if shallow else 'is no revision'}") from None
    return found.decode().split()[0]


def _files(commit: str, top: Path) -> Iterator[tuple[Path, bytes]]:
    """The path and the object of each file of a commit."""
    for line in _git(top, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        about, _, name = line.partition(b"\t")
        path = Path(os.fsdecode(name))
        inside = not path.is_absolute() and not {"..", ".git"} & set(path.parts)
        if (
            about.startswith(REGULAR) and inside
        ):  # the objects of git may hold names that it would never check out
            yield path, about.split()[2]


def _lay_out(files: Iterable[tuple[Path, bytes]], then: Tree) -> None:
    with subprocess.Popen(
        ["git", "-C", then.top, "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environment(),
    ) as objects:
        for path, blob in files:
            place = then.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_content(blob, objects))


def _content(blob: bytes, objects: subprocess.Popen[bytes]) -> bytes:
    assert objects.stdin is not None and objects.stdout is not None
    objects.stdin.write(blob + b"\n")
    objects.stdin.flush()
    about = objects.stdout.readline().split()
    if len(about) < 3:
        raise RevisionError(f"the repository lacks the object {blob.decode()}")
    content = objects.stdout.read(int(about[2]))
    objects.stdout.read(1)  # the end of line behind each object
    return content


def _git(folder: Path, *args: str) -> bytes:
    """What a command of git prints; raises RevisionError with the first line of its complaint."""
    try:
        done = subprocess.run(["git", "-C", folder, *args], capture_output=True, env=_environment())
    except FileNotFoundError as error:
        raise RevisionError("git is not installed") from error
    if done.returncode:
        complaint = done.stderr.decode("utf-8", "replace").splitlines() or ["no reason given"]
        raise RevisionError(f"git: {complaint[0].removeprefix('fatal: ')}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Without what git sets for its hooks, which would lead to another repository; never asks for a password."""
    ours = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    return ours | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
