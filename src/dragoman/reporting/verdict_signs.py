"""The signs of verdicts and legs: told apart by shape, so that no colour is needed."""

from __future__ import annotations

from dragoman.model.assessment import Verdict

VERDICT_SIGNS: dict[Verdict, str] = {
    "clear": "●",
    "possible": "◐",
    "not shown": "○",
    "too little news": "∅",
    "cannot be told": "?",
}
MET = {True: ("●", "met"), False: ("○", "not met"), None: ("?", "not testable")}
"""Whether a leg is met: its sign, and the words for it."""
