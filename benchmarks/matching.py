"""How the time and the memory of matching grow with the number of claims, on texts made for it.

    python benchmarks/matching.py [--sizes 10000,30000,100000] [--seed N] [--shape NAME]

Shapes: `varied` texts speak of many events in many places; in `alike` every text holds the same few sentences about
people killed, with other figures: the worst that blocks can meet. Each size runs in a process of its own, so that its
peak of memory is its own. Reading and extraction are not counted; `growth` is the exponent of the time between two
sizes, 1.0 being linear.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
from collections.abc import Callable, Iterator
from math import log
from multiprocessing.connection import Connection
from random import Random
from time import process_time

from claimcheck import normalise
from claimcheck.extract import extract
from claimcheck.model import Claim, Document
from claimcheck.read import read_text

MEGABYTE = 1_000_000
SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dun",
    "el",
    "far",
    "gol",
    "hav",
    "il",
    "jor",
    "kas",
    "lim",
    "mor",
    "nav",
    "or",
    "pel",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
THINGS = (
    "ambulances",
    "buses",
    "houses",
    "schools",
    "soldiers",
    "tents",
    "boats",
    "trees",
    "bridges",
    "farms",
)
DEEDS = (
    "reached",
    "left",
    "were destroyed in",
    "were rebuilt in",
    "were counted in",
    "were sold in",
    "arrived in",
)
CAUSES = ("flood", "storm", "fire", "earthquake", "bomb", "landslide")
ALIKE = (
    "The {cause} killed {a} people in the town on {day}, officials said.",
    "At least {a} people were killed and {b} were injured in the town, the ministry said on {day}.",
    "Officials said that about {a} people left the town after the {cause}.",
)

Texts = Iterator[str]


def name(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=3)).title()


def varied(random: Random, claims: int) -> Texts:
    """Texts of eight claims on one event each; six texts tell of the same event."""
    for _ in range(max(1, claims // (8 * 6))):
        place, cause, day = name(random), random.choice(CAUSES), random.choice(DAYS)
        toll, things = random.randrange(2, 900), random.sample(THINGS, 5)
        counts = [random.randrange(2, 4000) for _ in things]
        for _ in range(6):
            yield " ".join(_story(random, place, cause, day, toll, list(zip(things, counts, strict=True))))


def _story(
    random: Random, place: str, cause: str, day: str, toll: int, things: list[tuple[str, int]]
) -> Iterator[str]:
    deed = random.choice(DEEDS)
    yield f"The {cause} in {place} killed {_near(random, toll)} people on {day}, {name(random)} {name(random)} said."
    yield f"At least {_near(random, toll * 3)} others were injured and {random.randrange(3, 90)} are missing."
    for thing, count in things:
        yield f"Some {_near(random, count):,} {thing} {deed} {place} after the {cause}."


def _near(random: Random, figure: int) -> int:
    return figure if random.random() < 0.8 else max(1, round(figure * random.uniform(0.6, 1.6)))


def alike(random: Random, claims: int) -> Texts:
    """Texts of four claims in three sentences that all texts share but for the figures."""
    for _ in range(claims // 4):
        yield " ".join(
            sentence.format(
                cause=random.choice(CAUSES[:2]),
                day=random.choice(DAYS[:2]),
                a=random.randrange(2, 5000),
                b=random.randrange(2, 9000),
            )
            for sentence in ALIKE
        )


SHAPES: dict[str, Callable[[Random, int], Texts]] = {"varied": varied, "alike": alike}


def material(shape: str, size: int, seed: int) -> tuple[list[Document], list[Claim]]:
    """Documents with about `size` claims in all."""
    texts = SHAPES[shape](Random(seed), size)
    documents = [read_text(text, f"{number:06}.txt") for number, text in enumerate(texts)]
    return documents, [
        claim for each in documents for claim in normalise.claims(each, extract(each).mentions)
    ]


def measure(shape: str, size: int, seed: int, answer: Connection) -> None:
    """Sends claims, fields, links, seconds, and megabytes that matching added."""
    documents, claims = material(shape, size, seed)
    gc.collect()
    before, start = _peak(), process_time()
    fields = normalise.unite(documents, claims)
    seconds = process_time() - start
    links = sum(len(field.links) for field in fields)
    answer.send((len(claims), len(fields), links, seconds, _peak() - before))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def alone(shape: str, size: int, seed: int) -> tuple[int, int, int, float, float]:
    """What `measure` finds in a process of its own."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=measure, args=(shape, size, seed, there))
    process.start()
    found: tuple[int, int, int, float, float] = here.recv()
    process.join()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,30000,100000", help="claims, parted by commas")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", choices=SHAPES, action="append", help="only this shape; repeatable")
    given = parser.parse_args()
    print("shape    claims   fields    links  seconds  per 1,000 claims  added MB  growth")
    for shape in given.shape or SHAPES:
        last: tuple[int, float] | None = None
        for size in map(int, given.sizes.split(",")):
            claims, fields, links, seconds, added = alone(shape, size, given.seed)
            growth = "" if last is None else f"{log(seconds / last[1]) / log(claims / last[0]):.2f}"
            print(
                f"{shape:<7}{claims:>8,}{fields:>9,}{links:>9,}{seconds:>9.1f}{seconds / claims * 1e6:>15.1f} ms"
                f"{added:>10.0f}{growth:>8}",
                flush=True,
            )
            last = claims, seconds


if __name__ == "__main__":
    main()
