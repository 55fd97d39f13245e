"""Mentions become claims: what is counted or measured, in what unit, and what happens to it."""
