"""Key by key through the findings."""

from __future__ import annotations

from datetime import date

import msgspec
import typer

from claimcheck.baseline.entry import Verdict
from claimcheck.cli.streams import emit
from claimcheck.cli.triage import screen
from claimcheck.cli.triage.answers import Desk, Item
from claimcheck.report.look import Look

VERDICTS: dict[str, Verdict] = {"y": "accepted", "f": "false-positive", "t": "to-fix"}
ENDS = ("q", "\x04", "\x1b")  # also Ctrl-D and Escape


class Draft(msgspec.Struct):
    """What has been said of the finding on the screen, but not yet decided."""

    reason: str = ""
    expires: date | None = None


class Sitting(msgspec.Struct):
    """How far a review has come, and what was typed ahead."""

    at: int = 0
    answered: set[str] = set()
    keys: list[str] = []

    def key(self) -> str:
        """The next key; a sequence of an arrow or a function key is one."""
        if not self.keys:
            typed = typer.getchar().lower()
            self.keys = [typed] if typed.startswith("\x1b") else list(typed)
        return self.keys.pop(0)


def run(desk: Desk, everything: bool, look: Look) -> None:
    """Shows one finding after the other until the last, or until somebody has enough."""
    ids = [item.finding.id for item in desk.items() if item.open or everything]
    sitting = Sitting()
    while sitting.at < len(ids):
        item = desk.item(ids[sitting.at])  # as it is by now: going back shows the answer
        emit(screen.card(item, sitting.at + 1, len(ids), desk.seen.report, look))
        if not _decide(desk, item, sitting):
            break
    emit(screen.farewell(len(sitting.answered), len(ids), desk.seen.path))


def _decide(desk: Desk, item: Item, sitting: Sitting) -> bool:
    """Takes keys until something becomes of the finding; False to stop."""
    entry = item.entry
    draft = Draft(entry.reason, entry.expires) if entry else Draft()
    while True:
        emit(screen.prompt(draft.reason, draft.expires))
        key = sitting.key()
        emit(f"{key if key.isprintable() else ''}\n")
        if key in ENDS:
            return False
        if key in VERDICTS:
            if _answer(desk, item, VERDICTS[key], draft):
                sitting.answered.add(item.finding.id)
                sitting.at += 1
                return True
        elif key in ("s", "b"):
            sitting.at = max(0, sitting.at + (1 if key == "s" else -1))
            return True
        elif key == "r":
            draft.reason = " ".join(input("reason: ").split())
        elif key == "e":
            draft.expires = _day(draft.expires)


def _answer(desk: Desk, item: Item, verdict: Verdict, draft: Draft) -> bool:
    """True where the answer is in the file."""
    if desk.seen.options.require_reason and verdict != "to-fix" and not draft.reason:
        draft.reason = " ".join(input("reason (asked for by the configuration): ").split())
        if not draft.reason:
            return False
    desk.answer(item.finding, verdict, draft.reason, draft.expires)
    emit(screen.answered(verdict, item.finding.id))
    return True


def _day(before: date | None) -> date | None:
    """The last day on which the answer holds; nothing takes it back, nonsense leaves it as it was."""
    text = input("last day (2027-01-31, empty for none): ").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        emit("  no such day\n")
        return before
