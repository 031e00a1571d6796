"""Struck: whom a blow fell on that somebody judges; what is said of it is not said of them."""

from __future__ import annotations

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties

# Blows, with what stands behind them before whom they struck.
_ON = frozenset({"in", "on", "at", "against", "near"})
_STRUCK_BY = {
    **dict.fromkeys(("attack", "blast", "explosion", "ambush", "strike", "raid", "hijacking"), _ON),
    **dict.fromkeys(("bombing", "killing", "murder", "assassination", "kidnapping"), _ON | {"of"}),
    **dict.fromkeys(("abduction", "massacre", "beheading", "slaying", "shooting"), _ON | {"of"}),
    **dict.fromkeys(("arrest", "detention", "imprisonment", "jailing", "execution"), _ON | {"of"}),
    **dict.fromkeys(("expulsion", "deportation", "seizure", "poisoning", "torture"), _ON | {"of"}),
    **dict.fromkeys(("shelling", "bombardment", "downing", "sinking", "looting"), _ON | {"of"}),
    **dict.fromkeys(("occupation", "invasion", "annexation", "persecution"), _ON | {"of"}),
    **dict.fromkeys(("airstrike", "assault", "crackdown", "aggression", "incursion"), _ON),
}


def struck(draft: Draft, parties: Parties) -> list[Mention]:
    """Whom, or whose place, a blow struck that an act judges.

    "Condemned the bombings in Spain", "denounced the killing of a Dutch nurse".
    """
    if draft.type != "ACCUSE":
        return []
    sentence, act = parties.sentence, draft.act
    return [
        mention
        for blow in (*act.slots.get("obj", ()), *act.slots.get("into", ()))
        for cases in [_STRUCK_BY.get(sentence.lemmas[blow].lower(), frozenset())]
        for word in (*sentence.related(blow, "nmod"), *sentence.related(act.word, "obl"))
        if sentence.case(word) in cases
        for mention in parties.at(word)
        if mention.kind == "place" or sentence.heads[word] == blow
    ]
