"""Word files: text, headings, lists, tables and notes, without what tracked changes have deleted."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from claimcheck.read import html
from claimcheck.read.structure import Parsed
from claimcheck.read.unreadable import INSTALL, UnreadableError, kind

MOST_UNPACKED = 32 << 20  # bytes of all its XML; the library needs some forty times as much memory
MOST_PARTS = 10_000
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
BACK = ">↑</a>"  # behind each note, the way back to its mark


def read(data: bytes) -> Parsed:
    """What a Word file says; raises UnreadableError where it is none, too large or broken."""
    _refuse_other(data)
    return html.fragment(_converted(data).replace(BACK, "></a>")).parsed({}, counted=True)


def _refuse_other(data: bytes) -> None:
    """Raises UnreadableError for all that is no Word file, or hides more than it looks like."""
    try:
        with ZipFile(BytesIO(data)) as file:
            _refuse_parts(file)
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        found = kind(data)
        named = f"not a Word file but {found}" if found and found != "a ZIP archive" else "broken Word file"
        raise UnreadableError(named) from error


def _refuse_parts(file: ZipFile) -> None:
    parts = file.infolist()
    if not any(part.filename.startswith("word/") for part in parts):
        raise UnreadableError("not a Word file but another ZIP archive")
    texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    # No more than the size that a part is declared to have is ever unpacked.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in texts) > MOST_UNPACKED:
        raise UnreadableError(f"unpacks to more than {MOST_UNPACKED >> 20} MB")
    for part in texts:
        if b"<!DOCTYPE" in file.read(part):
            raise UnreadableError("declares entities, which no Word file needs")


def _converted(data: bytes) -> str:
    try:
        import mammoth
    except ImportError:
        raise UnreadableError(f"Word files need {INSTALL}") from None
    # The library names no errors of its own: whatever it stumbles over, the file is broken.
    try:
        found = mammoth.convert_to_html(
            BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=_no_picture,
        )
    except RecursionError:
        raise UnreadableError("elements nested too deep") from None
    except Exception as error:
        raise UnreadableError("broken Word file") from error
    return str(found.value)


def _no_picture(picture: object) -> list[object]:
    """What stands for a picture: nothing."""
    return []
