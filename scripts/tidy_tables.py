"""Puts the long lists of lexicon/en into the order of the alphabet and takes doubles out of all lists.

Comments and everything else stay as they are; a list with a comment inside is left alone, and so are
the rows of irregular verbs. Run by `just fix`; tests/test_lexicon.py checks the result.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent.parent / "src" / "claimcheck" / "lexicon" / "en"
LONG = 12  # words; a shorter list may keep an order that helps to read it
WIDTH = 116
KEEP = {("verbs", "irregular")}

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
LIST = re.compile(r'(?m)^(?P<key>[\w-]+) = \[(?P<body>(?:"(?:[^"\\\n]|\\.)*"|[\s,])*)\]$')
BLOCK = re.compile(r'(?m)^(?P<key>[\w-]+) = """\n(?P<body>[^"\\]*?)\n?"""$')


def tidy(words: list[str]) -> list[str]:
    """The words without doubles, sorted if there are many."""
    single = list(dict.fromkeys(words))
    return sorted(single) if len(single) > LONG else single


def filled(parts: list[str], indent: str) -> str:
    """The parts in lines of at most WIDTH characters."""
    lines = [indent]
    for part in parts:
        if len(lines[-1]) + len(part) + 1 > WIDTH:
            lines.append(indent)
        lines[-1] += part if lines[-1] == indent else f" {part}"
    return "\n".join(lines)


def tidy_list(match: re.Match[str], table: str) -> str:
    """The list of strings that matched, tidied."""
    literals = {tomllib.loads(f"x = {item}")["x"]: item for item in STRING.findall(match["body"])}
    words = [tomllib.loads(f"x = {item}")["x"] for item in STRING.findall(match["body"])]
    if (table, match["key"]) in KEEP or tidy(words) == words:
        return match[0]
    parts = [literals[word] for word in tidy(words)]
    line = f"{match['key']} = [{', '.join(parts)}]"
    if len(line) <= WIDTH:
        return line
    return f"{match['key']} = [\n{filled([f'{part},' for part in parts], '    ')}\n]"


def tidy_block(match: re.Match[str], table: str) -> str:
    """The block of words that matched, tidied."""
    words = match["body"].split()
    if (table, match["key"]) in KEEP or tidy(words) == words:
        return match[0]
    return f'{match["key"]} = """\n{filled(tidy(words), "")}\n"""'


def meaning(value: Any) -> Any:
    """What the order of words does not change."""
    if isinstance(value, dict):
        return {key: meaning(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted({str(meaning(inner)) for inner in value})
    return sorted(set(value.split())) if isinstance(value, str) and "\n" in value else value


def main() -> None:
    """Tidies every table; stops at one whose meaning would change."""
    for path in sorted(TABLES.rglob("*.toml")):
        before = path.read_text(encoding="utf-8")
        after = LIST.sub(lambda match, table=path.stem: tidy_list(match, table), before)
        after = BLOCK.sub(lambda match, table=path.stem: tidy_block(match, table), after)
        if meaning(tomllib.loads(before)) != meaning(tomllib.loads(after)):
            raise SystemExit(f"{path.name}: not understood, left as it is")
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"tidied {path.name}")


if __name__ == "__main__":
    main()
