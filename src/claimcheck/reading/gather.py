"""The readings of many files: from the cache where nothing has changed, the others in one process or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from claimcheck import apart, jobs
from claimcheck.cache import NOTHING, Cache, digest, engine
from claimcheck.model import Skipped
from claimcheck.read import Input
from claimcheck.reading import Reading, of
from claimcheck.reading.means import Means

# Bytes to read for each process. A process takes 0.4 s to start, in which one that runs reads 160 kB (both measured).
PAYS = 400_000  # where the processors have nothing else to do: for who asks for processes
SURE = 1_000_000  # where they have: a sixth more work at worst
BATCH = 200  # readings that are remembered at once: all that a killed run loses
SAFE = 250_000  # bytes of a text that no reader is long at; a copy of the process costs 3 ms (measured)
UNPACKED = (".pdf", ".docx")
LEAST, PER_MEGABYTE, LONGEST = (
    20,
    60,
    600,
)  # seconds for a file; a table of figures takes 30 for 1 MB (measured)
READ, SKIPPED = b"\0", b"\1"  # before a reading, and before the reason why there is none
Packed = tuple[bytes, bytes]  # key and encoded reading


def gather(inputs: Sequence[Input], means: Means) -> list[Reading | Skipped]:
    """What each file comes to, or why it was not read, in the order given."""
    kept = _kept(inputs, means.cache)
    rest = [item for item in inputs if item.source not in kept]
    fresh = {item.source: result for item, result in zip(rest, _fresh(rest, means), strict=True)}
    found = kept | fresh
    return [found[item.source] for item in inputs]


def _kept(inputs: Sequence[Input], memory: Cache) -> dict[str, Reading | Skipped]:
    """The readings that the cache remembers, by source."""
    if memory is NOTHING:
        return {}
    keys: dict[bytes, str] = {}
    for item in inputs:
        with suppress(OSError):
            keys[_key(item, Path(item.path).read_bytes())] = item.source
    found: dict[str, Reading | Skipped] = {}
    for key, packed in memory.get(list(keys)).items():
        with suppress(msgspec.DecodeError):
            found[keys[key]] = _decode(packed)
    return found


def _key(item: Input, data: bytes) -> bytes:
    # The source is in it: the date of a text may come from its name, and claims are told apart by it.
    return digest(b"reading", engine(), item.source.encode(), msgspec.msgpack.encode(item.told), data)


def _fresh(inputs: Sequence[Input], means: Means) -> Iterator[Reading | Skipped]:
    batch: dict[bytes, bytes] = {}
    results = jobs.fan(_work, inputs, _processes(inputs, means.jobs))
    for result in means.watch(results, len(inputs), "reading"):
        if isinstance(result, Skipped):
            yield result
            continue
        key, packed = result
        batch[key] = packed
        if len(batch) >= BATCH:
            means.cache.put(batch)
            batch = {}
        yield _decode(packed)
    if batch:
        means.cache.put(batch)


def _processes(inputs: Sequence[Input], most: int) -> int:
    """As many processes as pay off; 0 as `most` leaves it to us how many."""
    if most == 1:
        return 1
    worth = PAYS if most else SURE
    total = 0
    for item in inputs:
        with suppress(OSError):
            total += Path(item.path).stat().st_size
    return max(1, min(most or jobs.available(), total // worth))


def _work(item: Input) -> Packed | Skipped:
    """Reads one file, in whatever process; one that may be a trap in a copy of it."""
    try:
        data = Path(item.path).read_bytes()
    except OSError as error:
        return Skipped(item.source, (error.strerror or "unreadable").lower())
    key = _key(item, data)

    def packed() -> bytes:
        reading = of(data, item.source, key, item.told)
        if isinstance(reading, Skipped):
            return SKIPPED + reading.reason.encode("utf-8", "replace")
        return READ + msgspec.msgpack.encode(reading)

    try:
        found = apart.limited(packed, _seconds(data)) if _is_risky(item.source, data) else packed()
    except apart.TooMuchError as error:
        return Skipped(item.source, str(error))
    body = found[1:]
    return Skipped(item.source, body.decode()) if found.startswith(SKIPPED) else (key, body)


def _is_risky(source: str, data: bytes) -> bool:
    """True for a file that may keep its reader busy: a large one, or a small one that may unpack without end."""
    return len(data) > SAFE or source.lower().endswith(UNPACKED)


def _seconds(data: bytes) -> int:
    return min(LONGEST, LEAST + PER_MEGABYTE * len(data) // 1_000_000)


def _decode(packed: bytes) -> Reading:
    return _decoder().decode(packed)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Reading]:
    return msgspec.msgpack.Decoder(Reading)
