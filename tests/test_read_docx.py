"""Word files: what is read of them, and those that are refused."""

from __future__ import annotations

import pytest
import writers
from writers import grid, paragraph, run

from claimcheck import read
from claimcheck.model import Document, Skipped

STORY = paragraph("We sent 40 boats.")


def document(data: bytes) -> Document:
    found = read.parse(data, "a.docx")
    assert isinstance(found, Document), found
    return found


def refused(data: bytes) -> str:
    found = read.parse(data, "a.docx")
    assert isinstance(found, Skipped), found.text
    return found.reason


def test_headings_paragraphs_tables_and_notes() -> None:
    body = (
        paragraph("Boats return", "Title")
        + paragraph("We counted 42 boats.", note=1)
        + paragraph("Details", "Heading2")
        + grid([("port", "boats"), ("Lenmouth", "42"), ("Ostry", "17")])
    )
    found = document(writers.docx(body, ["It was 36 the year before."]))
    assert found.title == "Boats return"
    assert found.text.split("\n\n")[:3] == ["Boats return", "We counted 42 boats.", "Details"]
    cells = {found.text[b.start : b.end]: (b.row, b.column) for b in found.blocks if b.kind == "cell"}
    assert (cells["42"], cells["17"]) == (("Lenmouth", "boats"), ("Ostry", "boats"))
    assert [found.place(found.text.index(words)) for words in ("We", "17", "36")] == [
        "paragraph 2", "table 1, row 3", "note 1",
    ]  # fmt: skip


def test_what_a_tracked_change_deleted_is_no_text() -> None:
    changed = f"<w:del>{run('40', 'delText')}</w:del><w:ins>{run('38')}</w:ins>"
    changed = f"<w:p>{run('We sent ')}{changed}{run(' boats.')}</w:p>"
    assert document(writers.docx(changed)).text == "We sent 38 boats.\n\n"


def test_raised_text() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    assert document(writers.docx(f"<w:p>{run('over 12 km')}{raised}</w:p>")).text == "over 12 km²\n\n"


def test_macros_are_left_alone() -> None:
    assert "40 boats" in document(writers.docx(STORY, more={"word/vbaProject.bin": b"\0" * 100})).text


def test_a_picture_that_lies_elsewhere_is_not_opened(tmp_path) -> None:  # type: ignore[no-untyped-def]
    outside = tmp_path / "outside.png"
    outside.write_bytes(b"\x89PNG")
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{writers.OFFICE}" r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    rels = writers.PARTS["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{writers.OFFICE}/image" Target="{outside.as_uri()}" TargetMode="External"/>'
        "</Relationships>",
    )
    data = writers.docx(drawing + STORY, more={"word/_rels/document.xml.rels": rels.encode()})
    outside.unlink()  # opening it would fail
    assert document(data).text == "We sent 40 boats.\n\n"


# --- what is refused -------------------------------------------------------------------------------------


def test_a_bomb_is_not_unpacked() -> None:
    bomb = writers.docx(STORY, more={"word/media.xml": b" " * (33 << 20)}, packed=True)
    assert len(bomb) < 100_000
    assert refused(bomb) == "unpacks to more than 32 MB"


def test_a_bomb_that_lies_about_its_size() -> None:
    honest = writers.docx(STORY, more={"word/footnotes.xml": b" " * (33 << 20)}, packed=True)
    size = (33 << 20).to_bytes(4, "little")
    assert refused(honest.replace(size, (1000).to_bytes(4, "little"))) == "broken Word file"


def test_too_many_parts() -> None:
    assert refused(writers.docx(STORY, more={f"word/{n}.bin": b"" for n in range(10_001)})).startswith(
        "unpacks"
    )


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b SYSTEM "file:///etc/hostname">]><x>&b;</x>'
    found = refused(writers.docx(STORY, more={"word/styles.xml": laughs}))
    assert found == "declares entities, which no Word file needs"


def test_elements_without_end() -> None:
    deep = "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    assert refused(writers.docx(deep)) == "elements nested too deep"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken Word file"),
        (b"We sent 40 boats.", "broken Word file"),
        (b"PK\x03\x04 and no more", "broken Word file"),
        (b"%PDF-1.4", "not a Word file but a PDF file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "not a Word file but an encrypted or old Office file",
        ),
        (writers.archive({"a.txt": b"We sent 40 boats."}), "not a Word file but another ZIP archive"),
        (writers.archive({"word/document.xml": b"<x>"}), "broken Word file"),
        (writers.docx("<w:p>"), "broken Word file"),
        (writers.docx(""), "no text in it"),
        (writers.docx(STORY)[:-200], "broken Word file"),
    ],
    ids=range(10),
)
def test_files_that_cannot_be_read(data: bytes, reason: str) -> None:
    assert refused(data) == reason
