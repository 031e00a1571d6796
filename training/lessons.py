"""What the parser still has to learn of a batch: one loss for each kind of sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from acts import NO_ACT, ActSentence, Words, relation_of
from data import ANY_NAME, IGNORED, Batch, laid_out_all
from happened import JudgedSentence
from heads import ActReader, ActScores, Parser
from torch import Tensor
from torch.nn import functional

from dragoman.parsing.pieces import Pieces

Row = tuple[int, int, list[int]]
"""A sentence's number, the word of an act, the role of each word in it."""
Pair = tuple[int, Words, Words, int]
"""A sentence's number, the words of two parties, what the first does to the second."""


def tree_loss(parser: Parser, batch: Batch) -> Tensor:
    """Of treebank sentences: trees, tags and names together."""
    scores = parser(batch.inputs)
    places = torch.arange(scores.arcs.shape[2]) <= (batch.heads != IGNORED).sum(1, keepdim=True)
    arcs = scores.arcs.masked_fill(~places[:, None, :], -1e9)
    relations = parser.relations(scores, batch.heads.clamp(min=0))
    return (
        _surprise(arcs, batch.heads)
        + _surprise(relations, batch.relations)
        + 0.3 * _surprise(scores.words["tags"], batch.tags)
        + 0.3 * _surprise(scores.words["fine_tags"], batch.fine_tags)
        + 0.5 * _name_surprise(scores.words["names"], batch.names)
    )


def judged_loss(reader: ActReader, sentences: Sequence[JudgedSentence], pieces: Pieces) -> Tensor:
    """Of judged sentences: how far the readings are from the judgements, squared."""
    scores = reader(laid_out_all([s.words for s in sentences], pieces)).words["happened"]
    found = [
        (number, word, value)
        for number, sentence in enumerate(sentences)
        for word, value in sentence.judgements
    ]
    numbers, words, values = zip(*found, strict=True)
    return functional.mse_loss(scores[list(numbers), list(words), 0], torch.tensor(values))


def act_loss(reader: ActReader, sentences: Sequence[ActSentence], pieces: Pieces) -> Tensor:
    """Of sentences with marked acts: types, statuses, roles and dyads together."""
    scores = reader(laid_out_all([s.words for s in sentences], pieces))
    longest = scores.words["acts"].shape[1]
    types, statuses = (
        torch.tensor([column(reader, s, longest) for s in sentences])
        for column in (_types, _statuses)
    )
    losses = [3 * _surprise(scores.words["acts"], types)]
    if (statuses != IGNORED).any():
        losses.append(0.3 * _surprise(scores.words["statuses"], statuses))
    if rows := list(_roles(reader, sentences, longest)):
        losses.append(_role_surprise(reader, scores, rows))
    if pairs := list(_pairs(reader, sentences)):
        losses.append(_dyad_surprise(reader, scores, pairs))
    return torch.stack(losses).sum()


def _types(reader: ActReader, sentence: ActSentence, longest: int) -> list[int]:
    number = {act.word: reader.labels.acts.index(act.type) for act in sentence.acts}
    none = reader.labels.acts.index(NO_ACT)
    column = [number.get(word, none) for word in range(len(sentence.words))]
    return column + [IGNORED] * (longest - len(column))


def _statuses(reader: ActReader, sentence: ActSentence, longest: int) -> list[int]:
    number = {act.word: reader.labels.statuses.index(act.status) for act in sentence.acts}
    return [number.get(word, IGNORED) for word in range(longest)]


def _roles(reader: ActReader, sentences: Sequence[ActSentence], longest: int) -> Iterator[Row]:
    for number, sentence in enumerate(sentences):
        padding = [IGNORED] * (longest - len(sentence.words))
        for act in sentence.acts:
            column = [0] * len(sentence.words)
            for role, words in act.parties:
                for word in words:
                    column[word] = reader.labels.roles.index(role)
            yield number, act.word, column + padding


def _pairs(reader: ActReader, sentences: Sequence[ActSentence]) -> Iterator[Pair]:
    """Every pair of parties of a sentence: what joins them, or that nothing does."""
    none = reader.labels.acts.index(NO_ACT)
    for number, sentence in enumerate(sentences):
        joined = {
            pair: reader.labels.acts.index(relation_of(act))
            for act in sentence.acts
            for pair in act.dyads()
        }
        parties = list(
            dict.fromkeys(
                w for act in sentence.acts for role, w in act.parties if role != "against"
            )
        )
        for a in parties:
            for b in parties:
                if a != b and not set(a) & set(b):
                    yield number, a, b, joined.get((a, b), none)


def _role_surprise(reader: ActReader, scores: ActScores, rows: Sequence[Row]) -> Tensor:
    sentences, words = [row[0] for row in rows], [row[1] for row in rows]
    roles = reader.roles(scores.deeds[sentences, words], scores.parties[sentences])
    # Few words are parties: their part of the loss is made as large as that of all others.
    return 4 * _surprise(roles, torch.tensor([row[2] for row in rows]))


def _dyad_surprise(reader: ActReader, scores: ActScores, pairs: Sequence[Pair]) -> Tensor:
    sources = torch.stack([scores.sources[n, list(words)].mean(0) for n, words, _, _ in pairs])
    targets = torch.stack([scores.targets[n, list(words)].mean(0) for n, _, words, _ in pairs])
    wanted = torch.tensor([label for *_, label in pairs])
    return functional.cross_entropy(reader.dyads(sources, targets), wanted)


def _surprise(scores: Tensor, wanted: Tensor) -> Tensor:
    known = max(int((wanted != IGNORED).sum()), 1)
    summed = functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return summed / known


def _name_surprise(scores: Tensor, wanted: Tensor) -> Tensor:
    """As `_surprise`; where any name would be right, all of them are taken together."""
    likely = scores.log_softmax(-1)
    any_name = likely[..., 1:].logsumexp(-1)
    one_name = likely.gather(-1, wanted.clamp(min=0)[..., None])[..., 0]
    known = wanted != IGNORED
    chosen = torch.where(wanted == ANY_NAME, any_name, one_name)
    return -chosen[known].sum() / max(int(known.sum()), 1)
