"""How well a network in training finds marked acts, in percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from acts import ActSentence, relation_of
from data import grouped, laid_out_all
from heads import ActReader, ActScores

from dragoman.parsing.pieces import Pieces


def measure_acts(
    reader: ActReader, sentences: Sequence[ActSentence], pieces: Pieces
) -> dict[str, float]:
    """F1 of acts (word and type) and of roles given the act, shares right of statuses and dyads."""
    reader.eval()
    counts: Counter[str] = Counter()
    with torch.inference_mode():
        for group in grouped(sentences, pieces, size=4000):
            scores = reader(laid_out_all([s.words for s in group], pieces))
            for number, sentence in enumerate(group):
                counts += _right(reader, scores, number, sentence)
    return {
        "acts": _f1(counts, "act"),
        "found": _f1(counts, "any"),
        "roles": _f1(counts, "role"),
        "statuses": 100 * counts["status"] / max(counts["act_gold"], 1),
        "dyads": 100 * counts["dyad"] / max(counts["dyad_gold"], 1),
    }


def _f1(counts: Counter[str], name: str) -> float:
    return 200 * counts[name] / max(counts[f"{name}_gold"] + counts[f"{name}_found"], 1)


def _right(
    reader: ActReader, scores: ActScores, number: int, sentence: ActSentence
) -> Counter[str]:
    labels, length = reader.labels, len(sentence.words)
    chosen = scores.words["acts"][number, :length].argmax(-1).tolist()
    found = {(word, labels.acts[label]) for word, label in enumerate(chosen) if label}
    gold = {(act.word, act.type) for act in sentence.acts}
    counts = Counter(
        act=len(found & gold), act_found=len(found), act_gold=len(gold),
        any=len({w for w, _ in found} & {w for w, _ in gold}),
        any_found=len(found), any_gold=len(gold),
    )  # fmt: skip
    for act in sentence.acts:
        status = labels.statuses[int(scores.words["statuses"][number, act.word].argmax())]
        deed, parties = scores.deeds[number, act.word], scores.parties[number, :length]
        roles = reader.roles(deed[None], parties[None])[0].argmax(-1).tolist()
        read = {(word, labels.roles[role]) for word, role in enumerate(roles) if role}
        wanted = {(word, role) for role, words in act.parties for word in words}
        counts += Counter(
            status=int(status == act.status), role=len(read & wanted),
            role_found=len(read), role_gold=len(wanted),
        )  # fmt: skip
        for a, b in act.dyads():
            source, target = (
                view[number, list(words)].mean(0)
                for view, words in ((scores.sources, a), (scores.targets, b))
            )
            best = int(reader.dyads(source[None], target[None])[0, 1:].argmax()) + 1
            counts += Counter(dyad=int(labels.acts[best] == relation_of(act)), dyad_gold=1)
    return counts
