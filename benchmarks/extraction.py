"""How fast numbers are read: this extractor beside a bare digit scan and other programs, in one run on one corpus.

    python benchmarks/extraction.py [FOLDER] [--size MB] [--rounds N]

FOLDER holds text files; without one the samples are repeated until there is enough. The cases take turns and the
quickest round counts, so that a busy machine slows all of them alike. quantulum3 and spaCy take part where they
are installed (pip install '.[bench]'); they get a part of the corpus, being slow.

Goals: whole extraction within 30 digit scans and at least 1 MB/s, 100 times quantulum3; doubling a document doubles
the time; no input costs more than 10 times a news text of its size.
"""

from __future__ import annotations

import argparse
import gc
import re
import signal
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from msgspec.structs import replace

from claimcheck.config import Options
from claimcheck.extract import drafts_of, extract
from claimcheck.extract.mentions import to_mentions
from claimcheck.model import Block, Document
from claimcheck.read import discover, read

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000
SLICE = {"quantulum3": 30_000, "spaCy blank": 300_000}  # bytes that the slow ones get
PATIENCE = 20  # times the news text, then a hostile text is given up
DIGITS = re.compile(r"\d+")

Job = Callable[[Sequence[Document]], object]


# --- texts -----------------------------------------------------------------------------------------------


def corpus(folder: Path | None, size: int) -> list[Document]:
    """The documents of a folder, or of the samples, repeated or cut to `size` bytes."""
    inputs, _ = discover([folder or ROOT / "samples"], Options())
    documents = [document for document in map(read, inputs) if isinstance(document, Document)]
    if folder is not None and weight(documents) <= size:
        return documents
    return list(up_to(size, cycle(documents)))


def cycle(documents: Sequence[Document]) -> Iterator[Document]:
    while documents:
        yield from documents


def up_to(size: int, documents: Iterator[Document] | Sequence[Document]) -> Iterator[Document]:
    """Documents until `size` bytes are reached."""
    total = 0
    for document in documents:
        yield document
        total += weight([document])
        if total >= size:
            return


def weight(documents: Sequence[Document]) -> int:
    return sum(len(document.text.encode("utf-8", "replace")) for document in documents)


def united(documents: Sequence[Document]) -> Document:
    """All documents as one; not read anew, for a reader drops what recurs as page furniture."""
    blocks: list[Block] = []
    start = 0
    for document in documents:
        blocks += (
            replace(block, start=block.start + start, end=block.end + start) for block in document.blocks
        )
        start += len(document.text) + 2
    text, plain = (
        "\n\n".join(getattr(document, field) for document in documents) for field in ("text", "plain")
    )
    return Document("united.txt", text, plain, tuple(blocks))


def hostile(size: int) -> dict[str, str]:
    """Texts that are made to be slow; each is `size` characters long."""
    parts = {
        "digits": "7",
        "digits and commas": "1,",
        "digits, commas, spaces": "1, ",
        "digits and hyphens": "1-",
        "digits and dots": "1.",
        "digits and slashes": "1/",
        "digits and spaces": "12 ",
        "dollars": "$",
        "dollars and digits": "$5 ",
        "hyphens": "-",
        "a long word": "x",
        "a long capital word": "Xx",
        "nested brackets": "(",
        "brackets and digits": "(5 ",
        "and": "and ",
        "one and": "one and ",
        "two hundred": "two hundred ",
        "half a": "half a ",
        "a couple of": "a couple of ",
        "thousands of": "thousands of ",
        "million": "million ",
        "twenty-": "twenty-",
        "point five": "point five ",
        "names and digits": "Apollo 13 ",
        "to and digits": "5 to ",
        "no line end": "It has 5 long words and more of them still to come with 12 others, ",
        "hedges": "more than about ",
        "quotations": "“5 men” said ",
    }
    return {name: (part * (size // len(part) + 1))[:size] for name, part in parts.items()}


# --- jobs ------------------------------------------------------------------------------------------------


def digits(documents: Sequence[Document]) -> object:
    return [list(DIGITS.finditer(document.text)) for document in documents]


def grammar(documents: Sequence[Document]) -> object:
    return [to_mentions(document, drafts_of(document)[0]) for document in documents]


def whole(documents: Sequence[Document]) -> object:
    return [extract(document) for document in documents]


def quantulum(documents: Sequence[Document]) -> object:
    from quantulum3 import parser

    return [parser.parse(document.text) for document in documents]


def spacy() -> Job:
    from spacy import blank

    tokenizer = blank("en")
    tokenizer.max_length = 10 * MEGABYTE
    return lambda documents: [tokenizer(document.text) for document in documents]


def jobs() -> dict[str, Job]:
    found: dict[str, Job] = {"digit scan": digits, "claimcheck: grammar": grammar, "claimcheck: whole": whole}
    if find_spec("quantulum3"):
        found["quantulum3"] = quantulum
    if find_spec("spacy"):
        found["spaCy blank"] = spacy()
    return found


# --- measuring -------------------------------------------------------------------------------------------


def seconds(job: Job, documents: Sequence[Document]) -> float:
    gc.collect()
    start = process_time()
    job(documents)
    return process_time() - start


def race(documents: Sequence[Document], rounds: int) -> dict[str, float]:
    """Seconds a megabyte of each job; jobs take turns, the quickest round counts."""
    running = jobs()
    given = {name: list(up_to(SLICE.get(name, 10**12), documents)) for name in running}
    for name, job in running.items():
        job(given[name][:1])  # loads tables and models
    turns = [{name: seconds(job, given[name]) for name, job in running.items()} for _ in range(rounds)]
    return {name: min(turn[name] for turn in turns) / weight(given[name]) * MEGABYTE for name in running}


def memory(documents: Sequence[Document]) -> int:
    """Bytes that extraction needs at most beside the documents, its result included."""
    extract(documents[0])
    tracemalloc.start()
    whole(documents)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def quickest(job: Job, documents: Sequence[Document], rounds: int) -> float:
    return min(seconds(job, documents) for _ in range(rounds))


# --- the report ------------------------------------------------------------------------------------------


def report_race(times: dict[str, float]) -> None:
    base, own = times["digit scan"], times["claimcheck: whole"]
    print(f"{'':<24}{'s/MB':>9}{'MB/s':>9}{'x digits':>10}{'x whole':>9}")
    for name, spent in times.items():
        print(f"{name:<24}{spent:>9.3f}{1 / spent:>9.2f}{spent / base:>10.1f}{spent / own:>9.2f}")


def report_growth(documents: Sequence[Document], rounds: int) -> None:
    """The same text as many files, as one, and as one that holds it twice; the shapes take turns."""
    shapes = {
        "as files": documents,
        "one file": [united(documents)],
        "twice in one file": [united([*documents, *documents])],
    }
    turns = [{name: seconds(whole, shape) for name, shape in shapes.items()} for _ in range(rounds)]
    times = {name: min(turn[name] for turn in turns) for name in shapes}
    print("\n" + "   ".join(f"{name} {spent:.2f} s" for name, spent in times.items()))
    print(
        f"cost of a byte when the document doubles: x {times['twice in one file'] / times['one file'] / 2:.2f}; ",
        end="",
    )
    print(f"as one file rather than many: x {times['one file'] / times['as files']:.2f}")


def report_hostile(documents: Sequence[Document], size: int) -> None:
    plain = united(list(up_to(size, documents)))
    base = quickest(whole, [plain], 2) / weight([plain]) * size
    print(f"\n{f'one text of {size // 1000} kB':<24}{'s':>9}{'x news':>9}")
    print(f"{'news':<24}{base:>9.2f}{1:>9.1f}")
    for name, text in hostile(size).items():
        spent = within(PATIENCE * base, Document("hostile.txt", text, text, (Block(0, len(text)),)))
        verdict = "  over 10" if spent > 10 * base else ""
        print(f"{name:<24}{spent:>9.2f}{spent / base:>9.1f}{verdict}", flush=True)


def within(limit: float, document: Document) -> float:
    """The seconds that extraction takes, or `limit` where it takes longer; without limit where none can be set."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, signal.default_int_handler)
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        return seconds(whole, [document])
    except KeyboardInterrupt:
        return limit
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="text files (default: the samples, repeated)")
    parser.add_argument("--size", type=float, default=1, help="megabytes of corpus and of each hostile text")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    size = int(given.size * MEGABYTE)
    documents = corpus(given.folder, size)
    mentions = sum(len(extract(document).mentions) for document in documents)
    print(f"{len(documents)} documents, {weight(documents) / MEGABYTE:.2f} MB, {mentions} quantities\n")
    report_race(race(documents, given.rounds))
    report_growth(documents, given.rounds)
    print(f"peak memory {memory(documents) / weight(documents):.1f} bytes a byte of text")
    report_hostile(documents, size)


if __name__ == "__main__":
    main()
