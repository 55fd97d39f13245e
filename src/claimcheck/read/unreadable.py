"""Why a file is not read: the one error of the readers."""

from __future__ import annotations

from claimcheck.model import ClaimcheckError

# no index has the extras of `claimcheck-cli`: they come from where the program came from
INSTALL = "`bash scripts/setup docs` or `pip install '.[docs]'` in the checkout of claimcheck"
# How files begin whose suffix may promise something else.
KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "a rich text file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an encrypted or old Office file"),
)


class UnreadableError(ClaimcheckError):
    """The file cannot be read; the message says why in a few words."""


def kind(data: bytes) -> str | None:
    """What a file is by how it begins; None for anything unknown."""
    return next((name for start, name in KINDS if data.startswith(start)), None)
