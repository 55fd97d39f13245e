"""Weights of features and of texts; a number that one question alone needs stands beside it."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Weights(msgspec.Struct, frozen=True):
    """Points of the features of a pair, and the limits that its sum and its values must keep."""

    same_noun: float = 2.5
    telling_noun: float = 0.8  # the noun is no "people"
    same_head: float = 0.4
    same_modifiers: float = 1.5  # built-in connectors
    same_action: float = 2.0
    one_action: float = -0.5  # only one side says what happens
    sentence: float = 3.0  # times the likeness of the sentences
    near: float = 2.5  # times the likeness of the surroundings
    alone: float = 1.0  # each text gives but one figure of such things
    backed: float = 1.0  # and a third text gives one of the two
    backed_ratio: float = 1.5  # figures that lie nearer then may be further apart than slips are
    figure: float = 0.8  # for each figure that both have beside them
    figures: int = 2  # at most so many count
    names: float = 0.6
    no_names: float = -1.2  # both name somebody, nobody in common
    far: float = -0.35  # for each doubling of the ratio beyond the first
    enough: float = 3.0
    undated: float = 0.6  # more for each doubling of the texts, where one side has no day
    enough_undated: float = 8.0  # and never more than this
    enough_without_action: float = 4.5
    enough_unnamed: float = 9.0  # two people without a name
    enough_owned: float = 5.2  # two measures of what something has
    enough_done: float = 3.6  # two measures of which only the action is known
    magnitudes: Decimal = Decimal("0.5")  # by which two institutes differ on one quake
    loud_ratio: float = 2.25  # values further apart make a note
    strong: float = 9.0  # points from which on values may lie further apart
    strong_ratio: float = 5.0
    days_apart: int = 2  # texts further apart speak of different days
    story: float = 0.18  # likeness of two texts below which they tell of different things
    story_named: float = 0.08  # the same for two that share a name
    mixed: float = 0.25  # mean likeness of all texts below which a run tells of many things
    story_mixed: float = 0.2  # the same as `story` in such a run, words that many texts use counted less
    wording_mixed: float = 0.3  # and more of it where only the wording ties two figures
    strangers: float = 0.25  # part of its names that the other text knows, below which texts are strangers
    parallel: int = 4  # figures that differ, and more than agree, in texts that say the same of two things
    parallel_names: int = 3  # names that both texts know, for each of which one more must differ
    parallel_strangers: int = 2  # figures that must differ in strangers
    parallel_fellows: int = 2  # texts that both are parallel to, beside which one different figure is enough
    parallel_series: int = 8  # equal figures, fewer than these for each that differs, in texts of a series
    parallel_titles: int = 3  # the same in texts with titles that differ in a word
    measure_bonus: float = 2.0  # a unit stands where counts have an action


WEIGHTS = Weights()
