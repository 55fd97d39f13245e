"""The rules: fields and claims become findings; one file a rule, one line each in `RULES`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.config import Options
from claimcheck.model import SEVERITIES, Claim, Document, Fact, Field, Finding
from claimcheck.rules import (
    conversion_mismatch,
    copied_source,
    date_conflict,
    diagnosis,
    duration_mismatch,
    implausible,
    parallel_texts,
    reference_conflict,
    self_conflict,
    share_mismatch,
    total_mismatch,
    update,
    value_conflict,
)
from claimcheck.rules.rule import Rule, View

__all__ = ["RULES", "Rule", "View", "check"]

RULES: tuple[Rule, ...] = (
    reference_conflict.RULE,
    value_conflict.RULE,
    self_conflict.RULE,
    date_conflict.RULE,
    total_mismatch.RULE,
    share_mismatch.RULE,
    implausible.RULE,
    duration_mismatch.RULE,
    conversion_mismatch.RULE,
    update.RULE,
    copied_source.RULE,
    parallel_texts.RULE,
)


def check(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    fields: Sequence[Field],
    options: Options,
    facts: Sequence[Fact] = (),
    dated: Sequence[Field] = (),
) -> tuple[Finding, ...]:
    """The findings of all rules that `options` asks for, worst first, whatever the order of the input."""
    by_source = {document.source: document for document in documents}
    view = View(by_source, tuple(claims), tuple(fields), tuple(facts), tuple(dated))
    found = [finding for rule in _chosen(options) for finding in rule.check(view)]
    kept = (
        finding
        for finding in diagnosis.completed(found, claims)
        if finding.confidence >= options.min_confidence
    )
    return tuple(sorted(kept, key=_order))


def _chosen(options: Options) -> Iterable[Rule]:
    for rule in RULES:
        if (not options.select or rule.id in options.select) and rule.id not in options.ignore:
            yield rule


def _order(finding: Finding) -> tuple[int, float, str, str]:
    return SEVERITIES.index(finding.severity), -finding.confidence, finding.rule, finding.id
