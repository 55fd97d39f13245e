"""Masks for what stands inside a line and is no prose: addresses, code, links, tags, marks of emphasis.

Every pattern is one pass over the whole text. Its groups named `cut...` become spaces, or the whole match where it
has none. It begins with the character that it looks for, conditions on what stands before come after: so the search
runs at the speed of a search for one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Span
from claimcheck.read.blank import blank

LONGEST_CODE = 1000  # characters: an opening mark without a closing one must not scan the whole text
LONGEST_NAME = 64  # characters before the @ of a mail address
LONGEST_SCHEME = 10
DENSE = 0.12  # share of the characters of a line that are signs of code; prose has less than 0.02


def addresses(text: str) -> str:
    """`text` without web and mail addresses."""
    return blank(text, [*_web(text), *_mail(text)])


def lines_of_code(text: str) -> str:
    """A plain text without its lines of code."""
    if not any(sign in text for sign in ("(", "=", "::", "[", "{", "/", "0x")):
        return text
    dense = (found.span() for found in _signs().finditer(text) if _is_dense(found[0]))
    return cut(blank(text, dense), _code_line())


def _is_dense(line: str) -> bool:
    """True for a line in which signs of code take up what prose has for marks."""
    return sum(map(line.count, '{}[]<>=\\|;":$')) >= DENSE * len(line)


def markdown(text: str) -> str:
    """`text` without the inline marks of Markdown and HTML."""
    text = code(text, _backticks())
    text = tags(text)
    text = cut(text, *_markdown_links())
    text = cut(addresses(text), *_markdown_marks())
    return cut(text, _admonitions()) if any(mark in text for mark in ("!!!", "???", ":::")) else text


def rst(text: str) -> str:
    """`text` without the inline marks of reStructuredText."""
    text = code(text, _double_backticks())
    return cut(addresses(cut(text, *_rst_links())), *_rst_marks())


def tags(text: str) -> str:
    """`text` without comments, tags, entities and the elements that hold no prose."""
    if "<" in text:
        text = cut(text, _comments())
        text = cut(blank(text, [*_silent(text), *_powers(text)]), *_tags())
    return cut(text, _entities())


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


def without_code(text: str) -> str:
    """Markdown without any inline code, whatever it reads as."""
    return blank(text, (found.span() for found in _backticks().finditer(text)))


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
def _signs() -> re.Pattern[str]:
    """Lines with three signs of code or more, of which one is no bracket that an editor has put in."""
    return re.compile(r"""^(?=(?:[^\n{}\[\]=\\]*[{}\[\]=\\]){3})(?=.*(?:[{}=\\]|\[["'])).*$""", re.MULTILINE)


@cache
def _code_line() -> re.Pattern[str]:
    quoted = r"""['"\[{]"""
    return re.compile(
        rf"""(?mx)^[ \t]*(?:
          \[[\w. -]+\][ \t]*\n(?:[\w.-]+[ \t]*=.*\n?)+     # [server] and name = value below it
        | [\w.-]+[ \t]*[+:]?=[ \t]*{quoted}.*                # name = 'value'
        | [A-Za-z_][\w.]*\([^\n]*{quoted}[^\n]*\)[,;]?[ \t]*$  # call('value')
        | [\w./-]+::[\w:]+[^\n]*                            # store/test_size.py::test_limit[1]
        | 0x[0-9A-Fa-f]+\b.*                                  # 0xFA 0x00FA (a row of a table of letters)
        | (?:[\w.]+[ \t]+){{0,3}}(?:[\w.@-]+/){{2,}}[\w@-]+\.[a-z][\w.]*[ \t]*$  # 0.3 KB lib/store/index.js
        )"""
    )


# --- addresses -------------------------------------------------------------------------------------------


def _web(text: str) -> Iterator[Span]:
    for found in _after_scheme().finditer(text):
        scheme = _scheme().search(text, max(0, found.start() - LONGEST_SCHEME), found.start())
        if scheme:
            yield scheme.start(), found.end()
    for found in _www().finditer(text):
        yield found.span()


def _mail(text: str) -> Iterator[Span]:
    for found in _after_at().finditer(text):
        name = _name().search(text, max(0, found.start() - LONGEST_NAME), found.start())
        if name:
            yield name.start(), found.end()


@cache
def _after_scheme() -> re.Pattern[str]:
    return re.compile(r"""://[^\s<>]*[^\s<>.,;:!?)\]'"’”]""")  # https://example.org/v2


@cache
def _scheme() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][A-Za-z+]{1,9}\Z")


@cache
def _www() -> re.Pattern[str]:
    # www.example.org, and "httpexample.org/v2" of a page that has lost its punctuation
    ending = r"""[^\s<>]*[^\s<>.,;:!?)\]'"’”]"""
    return re.compile(rf"www\.(?<!\w....){ending}|http(?<!\w....)\w*\.(?=\w){ending}")


@cache
def _after_at() -> re.Pattern[str]:
    return re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63})+")  # desk@example.org


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]+\Z")


# --- HTML ------------------------------------------------------------------------------------------------


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


def _powers(text: str) -> Iterator[Span]:
    """Raised text with the number it is raised above: 10<sup>6</sup> is neither 10 nor 6."""
    for found in _raised().finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        yield found.start() - len(before) + len(before.rstrip("0123456789.,")), found.end()


@cache
def _comments() -> re.Pattern[str]:
    return re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"<(?P<name>script|style|pre|code|svg|math)\b[^<>]*>", re.IGNORECASE)


@cache
def _raised() -> re.Pattern[str]:
    return re.compile(r"<sup\b[^<>]*>[^<>]{0,20}</sup>", re.IGNORECASE)


@cache
def _tags() -> tuple[re.Pattern[str], ...]:
    value = r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
    return (
        re.compile(rf"</?[A-Za-z][\w-]*(?:\s+[\w:@.*-]+(?:{value})?)*+\s*/?>"),
        re.compile(r"<(?:[a-z][a-z0-9+.-]{1,31}:[^<>\s]*|[^@<>\s]{1,64}@[^<>\s]{1,255})>", re.IGNORECASE),
    )


@cache
def _entities() -> re.Pattern[str]:
    return re.compile(r"&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


# --- Markdown --------------------------------------------------------------------------------------------


@cache
def _backticks() -> re.Pattern[str]:
    body = rf"(?:[^`\n]|\n(?![ \t]*\n)|(?!(?P=mark)(?!`))`+){{1,{LONGEST_CODE}}}+"
    return re.compile(rf"(?P<mark>`(?<!``)`*+)(?P<body>{body})(?P=mark)(?!`)")


@cache
def _markdown_links() -> tuple[re.Pattern[str], ...]:
    label = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*+\])*+"
    target = r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
    return (
        re.compile(r"\[\^[^\]\s]{1,60}\]:?"),  # a footnote mark [^3]
        re.compile(r"\[![A-Za-z]{1,20}\][+-]?"),  # an alert [!NOTE]
        re.compile(rf"!\[{label}\](?:{target}|\[[^\[\]]*+\])?", re.DOTALL),  # an image ![alt](target)
        re.compile(
            rf"(?P<cut_open>\[)(?P<label>{label})(?P<cut_close>\](?:{target}|\[[^\[\]]*+\]))", re.DOTALL
        ),
    )


@cache
def _markdown_marks() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            r"\{\{[^{}]*+\}\}|\{%(?:[^{}%]|%(?!\}))*+%\}|<%[^<>%]*+%>|\$\{[^{}\n]*+\}"
        ),  # template tags
        re.compile(r"\{[:#.][^{}\n]*+\}"),  # attributes {: .wide }
        re.compile(r":(?<![\w:]:)(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]{1,40}:(?![\w:])"),  # :rocket:
        re.compile(r"~~(?=\S)[^~]{1,1000}+~~"),  # struck out: no longer said
        re.compile(r"_(?:(?<![\w\\]_)_*+(?=\S)|(?<=[^\s_\\]_)_*+(?!\w))"),  # _so_; not so_and_so
        _stars(),
        re.compile(r"(?P<cut>\\)[!-/:-@\[-`{-~]"),
    )


@cache
def _admonitions() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|:::+)[ \t]*[\w-]*", re.MULTILINE)


@cache
def _stars() -> re.Pattern[str]:
    return re.compile(r"\*(?:\*++|(?<!\\\*)(?!(?<=\d\*)\d)(?!(?<=\s\*)\s))")  # *so*, **so**; not 2*3, 2 * 3


# --- reStructuredText ------------------------------------------------------------------------------------


@cache
def _double_backticks() -> re.Pattern[str]:
    return re.compile(rf"``(?P<body>(?:[^`\n]|\n(?![ \t]*\n)|`(?!`)){{1,{LONGEST_CODE}}}+)``")


@cache
def _rst_links() -> tuple[re.Pattern[str], ...]:
    role = r"(?::[A-Za-z][\w:.+-]{0,40}:)"
    words = rf"[~!]?[^`<]{{1,{LONGEST_CODE}}}+"
    return (
        re.compile(
            rf"{role}`[^`<\n]{{0,80}}\d[^`<\n]{{0,80}}(?:<[^<>`]*+>)?`"
        ),  # a role with a number: an issue, a name
        re.compile(rf"(?P<cut_role>{role})`{words}"),
        re.compile(rf"(?P<cut_open>`){words}(?P<cut_to><[^<>`]*+>)?(?P<cut_end>`_{{0,2}})"),
        re.compile(r"\[(?:\#[\w-]*|\*|[\w.-]{1,40})\]_"),  # a footnote mark [1]_
        re.compile(r"\|[^|\s](?:[^|\n]{0,80}[^|\s])?\|_{0,2}"),  # a substitution |version|
    )


@cache
def _rst_marks() -> tuple[re.Pattern[str], ...]:
    return (
        _stars(),
        re.compile(r"_(?:(?<=[^\W_]_)_?(?!\w)|(?<!\w_)(?=`))"),  # a reference name_, a target _`name`
        re.compile(r"(?P<cut>\\)[!-/:-@\[-`{-~ ]"),
        re.compile(r"::(?=[ \t]*(?:[\r\n]|\Z))"),
    )
