"""Where the cache lies, and how it is removed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

NAME = "claimcheck-1.sqlite"  # the number changes with the layout of the file
TAG = "CACHEDIR.TAG"  # tells backup programs to leave the folder out: https://bford.info/cachedir/
SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by claimcheck; may be removed at any time.\n"


def folder() -> Path:
    """The folder for caches of this user on this platform."""
    from platformdirs import user_cache_path

    return user_cache_path("claimcheck", appauthor=False)


def prepare(place: Path) -> Path:
    """Makes the folder, readable by its owner alone because texts may be confidential; returns the path of the file."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    tag = place / TAG
    if not tag.exists():
        tag.write_text(SIGNATURE, encoding="ascii")
    return place / NAME


def clean(place: Path) -> int:
    """Removes what claimcheck keeps in the folder, and nothing else; returns the bytes set free."""
    freed = 0
    for path in [*place.glob("claimcheck-*.sqlite*"), place / TAG]:
        with suppress(FileNotFoundError):
            freed += path.stat().st_size
            path.unlink()
    with suppress(OSError):  # it holds something else
        place.rmdir()
    return freed
