"""Ports: two texts of one folder name one with the same digits in another order."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import check
from claimcheck.normalise.documentation import ports

PORTS = {
    "swapped": ("The server listens on port 7431.", "Open TCP 7413 in the firewall.", True),
    "both named": (
        "The server listens on port 7431, the console on port 7413.",
        "Open TCP 7413 in the firewall.",
        False,
    ),
    "other digits": ("The server listens on port 7431.", "Open TCP 7439 in the firewall.", False),
    "common ports": ("The server listens on port 8080.", "The proxy listens on port 8008.", False),
    "no port": ("The server listens on port 7431.", "In a year 7413 people wrote to us.", False),
    "a default in a table": (
        "| port | default |\n|---|---|\n| client_port | 7431 |",
        "Open TCP 7413 there.",
        True,
    ),
}


@pytest.mark.parametrize(("one", "other", "apart"), PORTS.values(), ids=PORTS)
def test_ports_with_swapped_digits(one: str, other: str, apart: bool, tmp_path: Path) -> None:
    for name, text in (("guide.md", one), ("install.md", other)):
        (tmp_path / name).write_text(f"# Notes\n\n{text}\n", encoding="utf-8")
    found = [finding.rule for finding in check(tmp_path).findings if finding.severity != "note"]
    assert found == (["value-conflict"] if apart else [])


def test_a_line_of_a_megabyte_is_not_read_anew_for_each_of_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    class Named:
        def search(self, text: str) -> None:
            seen.append(len(text))

    monkeypatch.setattr(ports, "_named", Named)
    numbers = ",".join(map(str, range(1200, 2200)))
    (tmp_path / "a.csv").write_text(f"boats,{numbers}\n")
    check(tmp_path)
    assert seen and max(seen) < 2 * ports.NEAR + 100
