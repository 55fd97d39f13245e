"""Elements of inline SVG; places across are in percent, so that a picture fills whatever column it stands in."""

from __future__ import annotations

from markupsafe import Markup, escape

from claimcheck.report import safe


def element(name: str, *children: str, **attributes: object) -> Markup:
    """An element; an underscore in the name of an attribute stands for a hyphen, one at its end for nothing."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(safe.line(str(value)))}"'
        for key, value in attributes.items()
    )
    inside = Markup("").join(children)
    return Markup(f"<{name}{given}>{inside}</{name}>")


def percent(share: float) -> str:
    """A place from 0 to 1 as a percentage."""
    return f"{100 * share:.4g}%"


def text(words: str, x: str, y: float, class_: str, anchor: str = "start") -> Markup:
    """One line of text."""
    return element("text", plain(words), x=x, y=y, class_=class_, text_anchor=anchor)


def image(name: str, title: str, alternative: str, height: float, *children: str) -> Markup:
    """The whole picture, with a text that stands for it; `name` is unique on the page."""
    return element(
        "svg",
        element("title", escape(title), id=f"{name}t"),
        element("desc", escape(safe.line(alternative)), id=f"{name}d"),
        *children,
        role="img", aria_labelledby=f"{name}t {name}d", width="100%", height=height, class_="picture",
    )  # fmt: skip


def shortened(words: str, most: int) -> str:
    """A text of at most `most` characters, cut between words where that can be."""
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def plain(words: str) -> Markup:
    """Text inside an element."""
    return escape(safe.line(words))
