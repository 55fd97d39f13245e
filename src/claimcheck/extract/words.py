"""Spelled numbers: a run of number words becomes one or several numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimcheck.extract.number import Number, step_of
from claimcheck.lexicon.numbers import Word, numbers, words

_TOKEN = re.compile(r"[a-z]+")


@cache
def trie(options: tuple[str, ...]) -> str:
    """A pattern for any of the words, factored by prefix so that a miss is noticed at once."""
    branches: dict[str, list[str]] = {}
    for option in sorted(set(options)):
        branches.setdefault(option[:1], []).append(option[1:])
    optional = branches.pop("", None) is not None
    parts = [re.escape(letter) + trie(tuple(rest)) for letter, rest in branches.items()]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not optional else f"(?:{'|'.join(parts)})"
    return body + "?" if optional else body


@cache
def run_pattern() -> str:
    """A run of number words on lower-case text: "two and a half million", "half a dozen"."""
    table = numbers()
    plain = trie(tuple(words()))
    scale = trie(tuple(table.scales))
    fraction = trie(tuple(table.fractions))
    article = rf"an?\s+(?={scale}\b|{fraction}\b)"
    half = rf"(?:a\s+)?(?:half|quarter)\s+(?:a|of\s+a)\s+(?={scale}\b)"
    couple = rf"a\s+couple(?:\s+of)?\s+(?={scale}\b)"
    item = rf"(?:{plain}|{fraction})\b"
    joint = rf"(?:\s+and\s+(?:an?\s+)?|\s*-\s*|\s+)(?={plain}\b|{fraction}\b)"
    return rf"(?:{half}|{couple}|{article})?{item}(?:{joint}{item})*"


def parse_run(text: str, start: int) -> list[Number]:
    """The numbers in a run of number words that begins at offset `start` of its document."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        reader = _Reader(tokens, at)
        reader.read()
        if reader.next == at:
            at += 1
            continue
        number = reader.number(start)
        if number is not None:
            found.append(number)
        at = reader.next
    return found


class _Reader:
    """Reads the longest number that starts at one token."""

    def __init__(self, tokens: list[tuple[str, int, int]], at: int) -> None:
        self.tokens, self.first, self.next = tokens, at, at
        self.total, self.group = Decimal(0), None  # type: Decimal, Decimal | None
        self.last = Word(0, "")  # the part read last
        self.fraction: Decimal | None = None
        self.factor: Decimal | None = None  # "half a", "a couple of" before a scale
        self.scaled = self.about = False

    def word(self, ahead: int = 0) -> str:
        """The word `ahead` tokens on, empty behind the end."""
        at = self.next + ahead
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def read(self) -> None:
        """Moves over all words that make one number."""
        self._opening()
        while self._step():
            pass

    def _opening(self) -> None:
        if self.word() == "a" and self.word(1) == "couple":
            self.factor, self.about = Decimal(2), True
            self.next += 3 if self.word(2) == "of" else 2
        elif self.word() in ("half", "quarter") or (
            self.word() == "a" and self.word(1) in ("half", "quarter")
        ):
            self._part_of_scale(1 if self.word() == "a" else 0)
        elif self.word() in ("a", "an"):
            self.group = Decimal(1)
            self.last = Word(1, "article")
            self.next += 1

    def _part_of_scale(self, skip: int) -> None:
        """ "half a dozen", "a quarter of a million"."""
        behind = skip + (2 if self.word(skip + 1) == "of" else 1)
        if self.word(behind) == "a" and self.word(behind + 1) in numbers().scales:
            self.factor = Decimal(1) / numbers().fractions[self.word(skip)]
            self.next += behind + 1
        elif skip:
            self.group, self.last = Decimal(1), Word(1, "article")
            self.next += 1

    def _step(self) -> bool:
        word = self.word()
        joined = word == "and"
        if joined:
            if self.last.part in ("", "article") or self.fraction is not None:
                return False
            if self._and_fraction():
                return True
            word = self.word(1)
        role = words().get(word)
        if role is None or self.fraction is not None:
            return self._fraction(word) if not joined else False
        if joined and not (
            self.last.part == "scale" and role.value < self.last.value and role.part != "scale"
        ):
            return False
        if not self._add(role):
            return False
        self.next += 2 if joined else 1
        self.last = role
        return True

    def _add(self, role: Word) -> bool:
        """Takes one word into the number; False where it begins another number."""
        group = self.group
        if role.part == "scale":
            return self._scale(role)
        if self.factor is not None:
            return False
        if group is None:
            self.group = Decimal(role.value)
            return True
        room = {"one": self.last.part == "ten" and role.value > 0, "teen": False, "ten": False}[role.part]
        if self.last.part == "scale" and self.last.value == 100:
            room = role.value > 0
        if room:
            self.group = group + role.value
        elif (
            self.last.part in ("teen", "ten")
            and role.part in ("teen", "ten")
            and self.total == 0
            and group > 12
        ):
            self.group = group * 100 + role.value  # nineteen eighty-four
        else:
            return False
        return True

    def _scale(self, role: Word) -> bool:
        value = self.factor if self.factor is not None else self.group
        if value is None:
            if self.total and self.last.value < role.value:  # "two hundred thousand million"
                self.total, self.scaled = self.total * role.value, True
                return True
            if self.total:
                return False
            value = Decimal(1)
        self.scaled, self.factor = True, None
        if role.value == 100 and self.last.part != "scale":
            self.group = value * 100
        else:
            self.total, self.group = self.total + value * role.value, None
        return True

    def _and_fraction(self) -> bool:
        """ "and a half", "and three quarters", "and two thirds"."""
        top, at = Decimal(1), 1
        if self.word(at) in ("a", "an"):
            at += 1
        elif self.word(at) in numbers().ones and self.word(at + 1) in numbers().fractions:
            top, at = Decimal(numbers().ones[self.word(at)]), at + 1
        bottom = numbers().fractions.get(self.word(at))
        if bottom is None:
            return False
        part = top / bottom
        self.next += at + 1
        scale = numbers().scales.get(self.word())
        if scale and self.group is not None:  # two and a half million
            self.group += part
        elif scale and self.last.value > scale:  # one billion and a half million
            self.total, self.next = self.total + part * scale, self.next + 1
        elif self.group is None and self.last.part == "scale":  # one million and a half
            self.total += part * self.last.value
        else:
            self.fraction = part
        return True

    def _fraction(self, word: str) -> bool:
        """The denominator of "two-thirds", "a fifth", bare "half"."""
        bottom = numbers().fractions.get(word)
        if bottom is None or self.total or self.fraction is not None or self.factor is not None:
            return False
        if self.group is None and word != "half":
            return False
        if self.group is not None and self.group > 99:
            return False
        self.fraction = (self.group if self.group is not None else Decimal(1)) / bottom
        self.group, self.last = None, Word(bottom, "fraction")
        self.next += 1
        return True

    def number(self, offset: int) -> Number | None:
        """What was read, with offsets of the document; None for an article alone."""
        if self.last.part in ("", "article") and self.fraction is None:
            return None
        start, end = offset + self.tokens[self.first][1], offset + self.tokens[self.next - 1][2]
        whole = self.total + (self.group or 0)
        value = whole + (self.fraction or 0)
        if self.last.part == "fraction" and not whole:
            return Number(start, end, "share", value, Decimal("0.01"))
        return Number(start, end, "words", value, step_of(value), scaled=self.scaled, about=self.about)
