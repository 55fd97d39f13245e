"""What earlier runs have found, kept in a file, so that what has not changed is not worked out again."""

from __future__ import annotations

from claimcheck.cache.keys import digest, engine
from claimcheck.cache.place import clean, folder
from claimcheck.cache.store import NOTHING, Cache, Store

__all__ = ["NOTHING", "Cache", "Store", "clean", "digest", "engine", "folder"]
