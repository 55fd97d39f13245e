"""Whether a file is a report of this program: it quotes the texts beside it, each would seem to have been copied."""

from __future__ import annotations

import codecs
import re
from functools import cache

from claimcheck.read.unreadable import UnreadableError

REASON = "a report of claimcheck"
HEAD, TAIL = 8192, 2048  # bytes at both ends that show what made a file
ID = r"\[[0-9a-f]{12}\]"
GRAVE = r"(?:error|warning|note)"
EXPLAINED = "The first column holds the gravest finding on a field; `claimcheck check` explains it\\."
COVERAGE = (
    r"[\d,]+ sources?, [\d,]+ numbers?, [\d,]+ claims?"
    r"(?:, [\d,]+ fields?, [\d,]+ compared)?(?:, [\d,]+ skipped)?\."
)
# How each format begins, whatever the suffix of the file.
BEGINNINGS = (
    r'(?i:<!doctype html)[\s\S]*?<meta name="generator" content="claimcheck">',
    # csv: the findings, the claims, the fields, the topics
    r"finding,rule,status,severity,confidence,field,message,diagnosis,claim,source,",
    r"id,source,line,column,located,start,end,text,value,low,high,hedge,",
    r"id,field,unit,conflict,independent_sources(?:,|$)",
    r"topic,topic_kind,days,places,causes,actors,headings,claim,source,",
    rf"# (?:Figures|No figures found) that disagree\n\n[^\n]*; {COVERAGE}$",
    # text: a finding, why it is one, a run without any, a run whose coverage is not wanted
    rf"(?:{GRAVE}|resolved)  [a-z-]+ · [^\n]*  {ID}\n  ",
    rf"[^\n]+  {ID}\n\n  ",
    r"(?:No figures found that disagree|Nothing new, [\d,]+ known)\.\n*\Z",
    # text: claims and their grammar
    r"[^\n]+\n  \S[^\n]*?  “[^\n]*”\n      value [^\n]*kind ",
    r"[^\n]+\n  \S[^\n]*?  …[^\n]*…\n      (?:number|masked): ",
    # one line a finding, and what programs read
    rf"[^\n]+: {GRAVE} [a-z-]+ [^\n]* {ID}$",
    r"::(?:error|warning|notice) (?:[^\n:]*,)?title=(?:[a-z-]+%3A |claimcheck::)",
    r'\{"id": "[0-9a-f]{12}", "(?:rule|source)": "',
    r'\{\s*"schema_version": "[\d.]+",\s*"tool": \{\s*"name": "claimcheck"',
    r'\{\s*"\$schema": [\s\S]*?"driver": \{\s*"name": "claimcheck"',
    r'\[\s*\{\s*"description": "[^\n]*",\s*"check_name": "[a-z-]+",\s*"fingerprint": "[0-9a-f]{32}"',
    r"\[\]\s*\Z",
    r'<\?xml[^\n]*\n<testsuites name="claimcheck"',
    r'\{\s*"source": \{\s*"name": "claimcheck"\s*\}',
)


def refuse(data: bytes) -> None:
    """Raises UnreadableError for the bytes of a report."""
    if is_report(data):
        raise UnreadableError(REASON)


def is_report(data: bytes) -> bool:
    """True for what this program has written of texts, in any of its formats."""
    head, tail = _text(_head(data)), _text((data[:2] if _is_wide(data) else b"") + data[-TAIL:])
    return bool(_beginning().match(head) or _end().search(tail))


def _head(data: bytes) -> bytes:
    """The beginning; of a line that is longer, what ends it and follows it too, without what lies between."""
    ends = data.find(b"\n", HEAD)
    if ends < 0:
        return data[:HEAD]
    # even, so that UTF-16 stays in step
    return data[:HEAD] + data[max(HEAD, (ends - TAIL) // 2 * 2) : ends + TAIL]


def _is_wide(data: bytes) -> bool:
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _text(data: bytes) -> str:
    """Text with the line breaks of this program, and without what a spreadsheet or a terminal adds."""
    text = data.decode("utf-16" if _is_wide(data) else "utf-8-sig", "replace").replace("\r\n", "\n")
    return _escapes().sub("", text) if "\x1b" in text else text


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile("|".join(BEGINNINGS), re.M)


@cache
def _end() -> re.Pattern[str]:
    said = "taken as|not taken|left out as furniture, code or dates"  # with --verbose
    before = rf"\n\n|{EXPLAINED}\n|that disagree\.\n|\d known\.?\n"
    return re.compile(rf"{EXPLAINED}\n*\Z|(?:{before}){COVERAGE}(?:\n(?:{said}): [^\n]*)*\n*\Z", re.M)


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile(r"\x1b\[[\d;]*m")
