"""What a parser gives of an article: sentences with words, Universal Dependencies trees, mentions.

A sentence keeps one tuple per column rather than an object per word: a news article has a
thousand words, and building an object for each cost more than reading its tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dragoman.model.text import Article, Span

SentenceKind = Literal["body", "headline", "caption"]
ROOT = -1


@dataclass(frozen=True, slots=True)
class NamedMention:
    """A name found by the parser: words `first` to `last` (inclusive) of its sentence.

    `kind` is person, organization, place, event or other.
    """

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class ReadAct:
    """What the network makes of a word that may name an act.

    `types` are event types with their probabilities, the likeliest first and none below a
    hundredth; what they leave to 1 is that the word names no act. `statuses` are those of actual,
    future, hypothetical and negated. `roles` are, word by word of the sentence, the probabilities
    that it belongs to an actor, to a recipient, to a third party the act is against.
    """

    word: int
    types: tuple[tuple[str, float], ...]
    statuses: tuple[float, float, float, float]
    roles: tuple[tuple[float, float, float], ...]

    @property
    def is_act(self) -> float:
        """The probability that the word names an act of some type."""
        return min(1.0, sum(probability for _, probability in self.types))

    def probability(self, event_type: str) -> float:
        """The probability that it names an act of this type."""
        return dict(self.types).get(event_type, 0.0)


@dataclass(frozen=True, slots=True)
class ReadPair:
    """What the network makes of two parties: what the first does to the second.

    `types` has the probability of each event type, `roots` that of each CAMEO root ("01" … "20");
    what either leaves to 1 is that no act joins the two.
    """

    types: Mapping[str, float]
    roots: Mapping[str, float]


NOT_READ = ReadPair({}, {})
"""Of two parties that were not read together."""


class Dyads(Protocol):
    """What the network makes of any two parties of a sentence."""

    def between(self, source: Sequence[int], target: Sequence[int]) -> ReadPair:
        """What the words `source` do to the words `target`."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: words and their tree, by column; all columns have the same length.

    `starts` and `ends` are offsets into the article's text. `tags` are universal parts of speech
    (NOUN, VERB, …), `fine_tags` Penn Treebank ones (VBD, NNS, …). `heads[i]` is the index of the
    word that word i hangs from, ROOT (-1) for the sentence's root. `relations` are Universal
    Dependencies relations with subtype (nsubj:pass). `paragraph` counts the article's paragraphs.
    `acts` are the words that the network takes for acts, likely or not, by word; `happened` is,
    word by word, how sure it is that what the word says came about, from -1 to 1. A parser without
    such heads leaves these empty, and `dyads` None.

    Raises: ValueError where the columns differ in length.
    """

    index: int
    start: int
    end: int
    paragraph: int
    kind: SentenceKind
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    mentions: tuple[NamedMention, ...] = ()
    acts: Mapping[int, ReadAct] = field(default_factory=dict, compare=False, repr=False)
    happened: tuple[float, ...] = field(default=(), compare=False, repr=False)
    dyads: Dyads | None = field(default=None, compare=False, repr=False)
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)
    _bases: tuple[str, ...] = field(init=False, compare=False, repr=False)
    _cases: Mapping[int, str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        columns = (
            self.starts,
            self.ends,
            self.lemmas,
            self.tags,
            self.fine_tags,
            self.heads,
            self.relations,
        )
        if any(len(column) != len(self.words) for column in columns):
            raise ValueError("the columns of a sentence must have one value a word")
        below: list[list[int]] = [[] for _ in self.words]
        for word, head in enumerate(self.heads):
            if head != ROOT:
                below[head].append(word)
        object.__setattr__(self, "children", tuple(map(tuple, below)))
        # Worked out once: coding asks for relations and prepositions 150 times a sentence.
        bases = tuple([relation.partition(":")[0] for relation in self.relations])
        object.__setattr__(self, "_bases", bases)
        governors = {self.heads[w] for w, r in enumerate(self.relations) if r == "case"} - {ROOT}
        object.__setattr__(self, "_cases", {word: self._case(word) for word in governors})

    def __len__(self) -> int:
        return len(self.words)

    @property
    def root(self) -> int:
        """The index of the root word; 0 where the tree has none."""
        return self.heads.index(ROOT) if ROOT in self.heads else 0

    def related(self, word: int, *relations: str) -> list[int]:
        """The words that hang from `word` by one of `relations`; "obl" finds obl:agent too."""
        own, bases = self.relations, self._bases
        return [
            child
            for child in self.children[word]
            if own[child] in relations or bases[child] in relations
        ]

    def ancestors(self, word: int) -> Iterator[int]:
        """The words above `word`, nearest first, up to the root."""
        head = self.heads[word]
        while head != ROOT:
            yield head
            head = self.heads[head]

    def subtree(self, word: int) -> list[int]:
        """`word` and all that hangs below it, in the order of the text."""
        found = [word]
        for below in found:
            found.extend(self.children[below])
        return sorted(found)

    def case(self, word: int) -> str:
        """The preposition before `word` in lower case, several joined by a blank; "" without one.

        A fixed one counts whole: "because of", "in response to".
        """
        return self._cases.get(word, "")

    def _case(self, word: int) -> str:
        parts: list[int] = []
        for child in self.children[word]:
            if self.relations[child] == "case":
                parts.append(child)
                parts += [
                    below for below in self.children[child] if self.relations[below] == "fixed"
                ]
        return " ".join(self.words[part].lower() for part in sorted(parts))


@dataclass(frozen=True, slots=True)
class Parse:
    """An article with its sentences, in the order of the text."""

    article: Article
    sentences: tuple[Sentence, ...]

    def span(self, sentence: Sentence, first: int, last: int) -> Span:
        """The place of words `first` to `last` (inclusive) of a sentence."""
        return self.article.span(sentence.starts[first], sentence.ends[last])

    def sentence_span(self, sentence: Sentence) -> Span:
        """The place of a whole sentence."""
        return self.article.span(sentence.start, sentence.end)
