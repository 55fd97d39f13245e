"""Masks for what stands inside a line and is no prose: addresses, code, links, tags, marks of emphasis.

Every pattern is one pass over the whole text; its groups named `cut...` become spaces, or the whole match
where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.read.blank import Span, blank

LONGEST_CODE = 1000  # characters: an opening mark without a closing one must not scan the whole text


def addresses(text: str) -> str:
    """`text` without web and mail addresses."""
    return cut(text, _addresses())


def markdown(text: str) -> str:
    """`text` without the inline marks of Markdown and HTML."""
    text = code(text, _backticks())
    text = tags(text)
    text = cut(text, *_markdown_links())
    return cut(addresses(text), *_markdown_marks())


def rst(text: str) -> str:
    """`text` without the inline marks of reStructuredText."""
    text = code(text, _double_backticks())
    return cut(addresses(cut(text, *_rst_links())), *_rst_marks())


def tags(text: str) -> str:
    """`text` without comments, tags, entities and the elements that hold no prose."""
    text = cut(text, _comments())
    return cut(blank(text, _silent(text)), *_tags())


def cut(text: str, *patterns: re.Pattern[str]) -> str:
    """`text` with the matches of each pattern in turn as spaces."""
    for pattern in patterns:
        groups: list[str | int] = [name for name in pattern.groupindex if name.startswith("cut")] or [0]
        text = blank(text, (found.span(group) for found in pattern.finditer(text) for group in groups))
    return text


def code(text: str, pattern: re.Pattern[str]) -> str:
    """`text` without inline code, but for a number, a name without digits, or a name with its number."""
    spans: list[Span] = []
    for found in pattern.finditer(text):
        start, end = found.span("body")
        if _reads_as_words().fullmatch(found["body"].strip()):
            spans += ((found.start(), start), (end, found.end()))
        else:
            spans.append(found.span())
    return blank(text, spans)


def _silent(text: str) -> Iterator[Span]:
    """Elements whose content nobody reads as prose, up to their closing tag."""
    done = 0
    unclosed: set[str] = set()
    for found in _opening().finditer(text):
        name = found["name"].lower()
        if found.start() < done or name in unclosed:
            continue
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, found.end())
        if closing is None:
            unclosed.add(name)
            continue
        done = closing.end()
        yield found.start(), done


@cache
def _reads_as_words() -> re.Pattern[str]:
    number = r"[-+]?\d[\d,._]*\s?(?:%|[A-Za-z]{1,3})?"
    return re.compile(
        rf"""(?x)
          [<>=~≤≥]{{0,2}}\s*{number}                               # 500, 8G, >=3.8
        | -{{0,2}}[A-Za-z][A-Za-z_.-]{{0,60}}\s?[=:\s]\s?{number}  # --retries=5, max_size: 8G
        | -{{0,2}}[A-Za-z][A-Za-z_./:-]{{0,60}}                    # max_size, --retries
        """
    )


@cache
def _backticks() -> re.Pattern[str]:
    body = rf"(?:[^`\n]|\n(?![ \t]*\n)|(?!(?P=mark)(?!`))`+){{1,{LONGEST_CODE}}}+"
    return re.compile(rf"(?<!`)(?P<mark>`+)(?!`)(?P<body>{body})(?P=mark)(?!`)")


@cache
def _double_backticks() -> re.Pattern[str]:
    return re.compile(rf"``(?P<body>(?:[^`\n]|\n(?![ \t]*\n)|`(?!`)){{1,{LONGEST_CODE}}}+)``")


@cache
def _rst_links() -> tuple[re.Pattern[str], ...]:
    body = rf"[^`<]{{1,{LONGEST_CODE}}}+"
    return (
        re.compile(
            r":[A-Za-z][\w:.+-]{0,40}:`[^`\n]{0,80}\d[^`\n]{0,80}`"
        ),  # a role with a number: an issue, a name
        re.compile(
            rf"(?P<cut_role>:[A-Za-z][\w:.+-]{{0,40}}:)?(?P<cut_open>`)[~!]?{body}(?P<cut_to><[^<>`]*+>)?(?P<cut_end>`_{{0,2}})"
        ),
        re.compile(r"\[(?:\#[\w-]*|\*|[\w.-]{1,40})\]_"),  # a footnote mark [1]_
        re.compile(r"\|[^|\s](?:[^|\n]{0,80}[^|\s])?\|_{0,2}"),  # a substitution |version|
    )


@cache
def _rst_marks() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"\*\*++|\*(?<!\\\*)(?!(?<=\d\*)\d)(?!(?<=\s\*)\s)"),
        re.compile(r"(?<=\w)_{1,2}(?!\w)|(?<!\w)_(?=`)"),
        re.compile(r"(?P<cut>\\)[!-/:-@\[-`{-~ ]"),
        re.compile(r"::[ \t]*$", re.MULTILINE),
    )


@cache
def _addresses() -> re.Pattern[str]:
    last = r"""[^\s<>.,;:!?)\]'"’”]"""
    return re.compile(
        rf"""(?ix)
          \b(?:https?|ftps?|file|ssh|git)://[^\s<>]*{last}          # https://example.org/v2
        | \bwww\.[^\s<>]*{last}                                     # www.example.org
        | (?<![\w.+@-])[\w.+-]{{1,64}}+@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+  # desk@example.org
        """
    )


@cache
def _comments() -> re.Pattern[str]:
    return re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"<(?P<name>script|style|pre|code|svg|math)\b[^<>]*>", re.IGNORECASE)


@cache
def _tags() -> tuple[re.Pattern[str], ...]:
    value = r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
    return (
        re.compile(r"(?:\b\d[\d.]{0,12})?<sup\b[^<>]*>[^<>]{0,20}</sup>", re.IGNORECASE),  # 10<sup>6</sup>
        re.compile(rf"</?[A-Za-z][\w-]*(?:\s+[\w:@.*-]+(?:{value})?)*+\s*/?>"),
        re.compile(r"&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE),
        re.compile(r"<(?:[a-z][a-z0-9+.-]{1,31}:[^<>\s]*|[^@<>\s]{1,64}@[^<>\s]{1,255})>", re.IGNORECASE),
    )


@cache
def _markdown_links() -> tuple[re.Pattern[str], ...]:
    label = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\])*+"
    target = r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
    return (
        re.compile(r"\[\^[^\]\s]{1,60}\]:?", re.DOTALL),  # a footnote mark [^3]
        re.compile(r"^[ \t]*\[![A-Za-z]{1,20}\][+-]?", re.MULTILINE),  # an admonition [!NOTE]
        re.compile(rf"!\[{label}\](?:{target}|\[[^\[\]]*+\])?", re.DOTALL),  # an image ![alt](target)
        re.compile(
            rf"(?P<cut_open>\[)(?P<label>{label})(?P<cut_close>\](?:{target}|\[[^\[\]]*+\]))", re.DOTALL
        ),
    )


@cache
def _markdown_marks() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"\{\{[^{}]*+\}\}|\{%[^{}]*+%\}|<%[^<>%]*+%>|\$\{[^{}\n]*+\}"),  # template tags
        re.compile(r"\{[:#.][^{}\n]*+\}"),  # attributes {: .wide }
        re.compile(r"(?<![\w:]):(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]{1,40}:(?![\w:])"),  # :rocket:
        re.compile(r"~~(?=\S)[^~]{1,1000}+~~"),  # struck out: no longer said
        re.compile(r"\*\*++|\*(?<!\\\*)(?!(?<=\d\*)\d)(?!(?<=\s\*)\s)"),  # *so*, **so**; not 2*3, 2 * 3
        re.compile(r"(?<!\w)_++(?=\S)|(?<=[^\s_])_++(?!\w)"),  # _so_; not so_and_so
        re.compile(r"(?P<cut>\\)[!-/:-@\[-`{-~]"),
        re.compile(
            r"^[ \t]*(?:!!!|\?\?\?\+?|:::+)[ \t]*[\w-]*", re.MULTILINE
        ),  # admonitions of site builders
    )
