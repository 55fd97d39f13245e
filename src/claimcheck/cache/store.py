"""Entries in a file: several runs may use it at once, and a run may be killed at any moment."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar
from zlib import crc32

import msgspec

from claimcheck.cache.place import prepare

LIMIT = 512 * 1024 * 1024  # bytes; beyond that the oldest half is dropped
PATIENCE = 5.0  # seconds to wait for another run that writes
BATCH = 500  # keys in one question
CHECK = 4  # bytes in front of each value
SETUP = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
HALVE = "DELETE FROM entries WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM entries)"
# What says nothing about the file itself: others write, the disk is full or may only be read, a limit is reached.
IN_USE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_PERM, sqlite3.SQLITE_TOOBIG,
}  # fmt: skip
T = TypeVar("T")


class Cache(Protocol):
    """Remembers values by key, as long as it likes."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are remembered."""

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Remembers more values."""


class _Nothing:
    """The cache of a run that keeps nothing."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Nothing."""
        return {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Forgets them."""


NOTHING = _Nothing()


class Store(msgspec.Struct, frozen=True):
    """A cache in one SQLite file; what is wrong with the file is never an error of the run."""

    folder: Path

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are remembered and whole."""
        return self._try(lambda file: dict(_rows(file, keys))) or {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Remembers more values, all or none of them."""
        checked = [(key, _sum(key, value) + value) for key, value in values.items()]
        self._try(lambda file: _insert(file, checked))

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What the work gives; None where the file cannot be used, and a broken file is removed."""
        try:
            with closing(self._connect()) as file, file:
                return work(file)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in IN_USE:
                self._discard()
        except OSError:  # no place for a cache
            pass
        return None

    def _connect(self) -> sqlite3.Connection:
        path = prepare(self.folder)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
        file = sqlite3.connect(path, timeout=PATIENCE)
        # The journal undoes what a killed run leaves half done. Waiting for the disk would guard against a power
        # failure only, after which a broken file is noticed and made anew.
        file.execute("PRAGMA synchronous = OFF")
        file.execute(SETUP)
        return file

    def _discard(self) -> None:
        """Removes a file that is broken; the next run makes a new one."""
        for path in self.folder.glob("claimcheck-*.sqlite*"):
            with suppress(OSError):
                path.unlink()


def _insert(file: sqlite3.Connection, rows: Iterable[tuple[bytes, bytes]]) -> None:
    file.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", rows)
    if _size(file) > LIMIT:
        file.execute(HALVE)


def _rows(file: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    remaining = iter(keys)
    while batch := list(islice(remaining, BATCH)):
        marks = ",".join("?" * len(batch))
        found: Iterable[tuple[bytes, bytes]] = file.execute(
            f"SELECT key, value FROM entries WHERE key IN ({marks})", batch
        )
        for key, value in found:
            if value[:CHECK] == _sum(key, value[CHECK:]):
                yield key, value[CHECK:]


def _sum(key: bytes, value: bytes) -> bytes:
    """A checksum of an entry: SQLite notices a broken page, not a changed byte in a value."""
    return crc32(value, crc32(key)).to_bytes(CHECK, "big")


def _size(file: sqlite3.Connection) -> int:
    ((pages,),) = file.execute("PRAGMA page_count")
    ((free,),) = file.execute("PRAGMA freelist_count")
    ((size,),) = file.execute("PRAGMA page_size")
    return int((pages - free) * size)
