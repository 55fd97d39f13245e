"""Source text is hostile input: what may reach a terminal, a log or a spreadsheet, and how."""

from __future__ import annotations

import re
from functools import cache

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_ENDS = (0x2028, 0x2029)
_COMMAND_AT_START = re.compile(r"^(\s*):(?=:)", re.MULTILINE)  # "::error::", run by GitHub
_COMMAND_ANYWHERE = re.compile(r"#(?=#(?:\[|vso\[|teamcity\[))")  # "##[error]", "##vso[task...]"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@cache
def _pictures() -> dict[int, str]:
    """Each character that a terminal would obey, and the harmless one that stands for it."""
    table = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    table |= dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *_LINE_ENDS, *range(0xD800, 0xE000)), "\ufffd")
    return table | {0x7F: "\u2421"}


def clean(text: str) -> str:
    """The same text, as long as before, with controls, terminal escapes and bidi controls made visible."""
    return text.translate(_pictures())


def fold(text: str) -> str:
    """One clean line: every run of white space is one space, at the ends as well."""
    words = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if words and text[-1:].isspace() else ""
    return clean(before + words + after)


def line(text: str) -> str:
    """One clean line without white space around it."""
    return clean(" ".join(text.split()))


def defuse(report: str) -> str:
    """A finished text report in which no line is a command to the log of a build server."""
    return _COMMAND_ANYWHERE.sub("#\u200b", _COMMAND_AT_START.sub("\\1:\u200b", report))


def json_text(report: str) -> str:
    """JSON with escapes for what a terminal or a build log would obey; the data are unchanged."""
    escaped = re.sub(_obeyed(), lambda hit: f"\\u{ord(hit[0]):04x}", report)
    return _COMMAND_ANYWHERE.sub(r"\\u0023", escaped)


@cache
def _obeyed() -> re.Pattern[str]:
    codes = sorted(code for code in _pictures() if code >= 0x7F)
    return re.compile("[" + "".join(f"\\u{code:04x}" for code in codes) + "]")


def cell(text: str) -> str:
    """A text cell that no spreadsheet takes for a formula."""
    folded = line(text)
    return "'" + folded if folded.startswith(_FORMULA) or text.startswith(_FORMULA) else folded
