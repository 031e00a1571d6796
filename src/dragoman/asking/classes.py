"""Classes of events: talk, words of support, commitments and deeds; hostile words and hostile acts.

Talk never counts as cooperation: crises are full of it (docs/measures.md).
"""

from __future__ import annotations

from typing import Literal

from dragoman.model.events import Event

EventClass = Literal["talk", "support", "commitment", "deed", "hostile word", "hostile act"]

_DEEDS = frozenset({"COOPERATE", "AID", "RETREAT"})
_HOSTILE_WORDS = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"})
# CAMEO's codes of diplomatic ties, recognition and signed agreements, among those of SUPPORT.
_BINDING_CAMEO = ("050", "054", "057")


def class_of(event: Event) -> EventClass:
    """Which class an event falls in, whatever its status.

    A SUPPORT that signs, ratifies or recognises is a commitment, one that praises is mere support.
    """
    if event.type in _DEEDS:
        return "deed"
    if event.type == "CONSULT" or event.promises == "CONSULT":
        return "talk"
    if event.type == "REQUEST" and "meet" in event.mode:
        return "talk"
    if event.type == "SUPPORT":
        return "commitment" if (event.cameo or "").startswith(_BINDING_CAMEO) else "support"
    if event.type in ("AGREE", "CONCEDE"):
        return "commitment"
    return "hostile word" if event.type in _HOSTILE_WORDS else "hostile act"
