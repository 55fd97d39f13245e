"""The library: what `from claimcheck import ...` offers, with types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimcheck import pipeline
from claimcheck.config import Options
from claimcheck.model import Claim, ClaimcheckError, Report
from claimcheck.report import CHECK_FORMATS
from claimcheck.report.look import Look


class UnknownFormatError(ClaimcheckError):
    """The name of no format."""


Texts = str | Path | Iterable[str | Path] | Mapping[str, str]


def check(texts: Texts, options: Options | None = None, *, jobs: int = 1) -> Report:
    """The report on files and folders, or on texts by name; no configuration file and no cache is looked at.

    Raises ClaimcheckError for a path that is missing.
    """
    paths, given = _inputs(texts)
    return pipeline.run(paths, options or Options(), given, means=pipeline.Means(jobs=jobs))


def extract(texts: Texts, options: Options | None = None, *, jobs: int = 1) -> tuple[Claim, ...]:
    """Every figure of files and folders, or of texts by name, with its context; nothing is compared.

    Raises ClaimcheckError for a path that is missing.
    """
    paths, given = _inputs(texts)
    means = pipeline.Means(jobs=jobs)
    return pipeline.run(paths, options or Options(), given, until="claims", means=means).claims


def render(report: Report, format_: str = "text") -> str:
    """A report as `claimcheck check --format` prints it; raises UnknownFormatError for a format that does not exist."""
    if format_ not in CHECK_FORMATS:
        raise UnknownFormatError(f"unknown format {format_!r}; known: {', '.join(CHECK_FORMATS)}")
    return CHECK_FORMATS[format_](report, Look())


def _inputs(texts: Texts) -> tuple[Sequence[Path], Sequence[pipeline.Text]]:
    """Paths to read, and texts as they are; raises TypeError for what is neither."""
    if isinstance(texts, Mapping):
        for name, text in texts.items():
            if not isinstance(text, str):
                raise TypeError(f"the text named {name!r} must be a str, not {type(text).__name__}")
        return (), [pipeline.Text(text.encode("utf-8", "replace"), name) for name, text in texts.items()]
    if isinstance(texts, str | Path):
        texts = [texts]
    return [Path(path) for path in texts], ()
