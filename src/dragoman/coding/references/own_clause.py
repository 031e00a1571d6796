"""Own clause: whom a pronoun means by the words right around it, before anybody named earlier."""

from __future__ import annotations

from dragoman.coding.grammar.subjects import owners, subject
from dragoman.coding.references.referents import THEY, Referent, Scene
from dragoman.model.actors import Identity
from dragoman.model.parses import ROOT, Sentence

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
OBJECTS = frozenset({"obj", "iobj", "obl"})
# Words for help, whose "as it fights" is said of whoever is helped.
_HELP = frozenset(
    {
        *("aid", "arm", "assist", "assistance", "back", "backing", "commitment", "equip", "help"),
        *("solidarity", "stand", "supply", "support"),
    }
)
_CONDITIONS = frozenset({"if", "unless", "should"})
# Words for what somebody threatens, whose "if it attacks" is said of whoever is threatened.
_HARM = frozenset(
    {
        *("action", "consequence", "cost", "impose", "penalise", "penalize", "penalty", "price"),
        *("punish", "punishment", "response", "retaliate", "retaliation", "sanction", "tariff"),
    }
)
_NO_THEY = frozenset({"adjective", "place"})


def owner(sentence: Sentence, word: int, scene: Scene) -> Referent | None:
    """Who is judged for what is his, does what the clause says, or is helped; None for nobody."""
    return (
        _judged(sentence, word, scene)
        or _doer_of_the_clause(sentence, word, scene)
        or _helped(sentence, word, scene)
    )


def itself(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """Who does to himself what a clause says: Chad in "Mali's help for Chad to defend itself"."""
    doers = subject(sentence, sentence.heads[word])
    whose = {*doers, *(owner for doer in doers for owner in owners(sentence, doer))}
    here = next(scene.back(sentence.index, 0))
    return next((r.identities for r in here if r.mention.head in whose), ())


def _helped(sentence: Sentence, word: int, scene: Scene) -> Referent | None:
    """Whom somebody helps as that one does something: "stand with Chad as it defends its land".

    Or harms if it does: "impose costs on Chad if it invades". A state may be "they" in such words,
    as its people are.
    """
    clause = sentence.heads[word]
    links = {sentence.words[c].lower() for c in sentence.related(clause, "mark", "aux") if c < word}
    is_doer = sentence.relations[word] == "nsubj" and sentence.relations[clause] == "advcl"
    done = _HELP if "as" in links else _HARM if links & _CONDITIONS else frozenset[str]()
    if not is_doer or not done:
        return None
    before = range(sentence.heads[clause], word)
    helping = [w for w in before if sentence.lemmas[w].lower() in done]
    here = next(scene.back(sentence.index, 0))
    helped = [r for r in here if helping and r.mention.first > helping[-1] and r.identities]
    return next((r for r in reversed(helped) if _may_be_helped(sentence, word, r)), None)


def _may_be_helped(sentence: Sentence, word: int, referent: Referent) -> bool:
    form = sentence.words[word].lower()
    is_named = referent.mention.kind not in _NO_THEY
    is_people = form in THEY and not referent.is_person
    return is_named and (is_people or agrees(form, referent))


def _judged(sentence: Sentence, word: int, scene: Scene) -> Referent | None:
    """Who is thanked, blamed or punished for what is his: "sanctions on Chad over its raids"."""
    deed = sentence.heads[word]
    if sentence.relations[word] != "nmod:poss" or sentence.case(deed) not in ("for", "over"):
        return None
    above = sentence.heads[deed]
    judging = [w for w in (above, *sentence.related(above, "obj")) if w != ROOT]
    if not any(sentence.lemmas[w].lower() in scene.tables.words["judging"] for w in judging):
        return None
    parts = {c for w in judging for c in sentence.related(w, "obj", "nmod", "obl")}
    here = next(scene.back(sentence.index, 0))
    judged = [r for r in here if r.mention.head in parts and r.mention.last < word]
    fitting = [r for r in judged if agrees(sentence.words[word].lower(), r)]
    return fitting[-1] if fitting else None


def _doer_of_the_clause(sentence: Sentence, word: int, scene: Scene) -> Referent | None:
    """The subject of a possessive's own clause, if it agrees: "Chad withdrew its troops"."""
    if sentence.relations[word] != "nmod:poss":
        return None
    verb = next((w for w in sentence.ancestors(word) if sentence.tags[w] == "VERB"), None)
    doers = subject(sentence, verb) if verb is not None else []
    for referents in scene.back(sentence.index, 0):
        for referent in referents:
            is_doer = referent.mention.head in doers and not _is_of_several(
                sentence, word, referent
            )
            if is_doer and agrees(sentence.words[word].lower(), referent):
                return referent
    return None


def _is_of_several(sentence: Sentence, word: int, referent: Referent) -> bool:
    """Whether "its" cannot mean a doer, as two are: "Chad and Mali condemned it over its raids".

    "Chad and its allies" are Chad's.
    """
    is_among_them = sentence.relations[sentence.heads[word]] == "conj"
    is_one = sentence.words[word].lower() in IT
    return is_one and referent.is_coordinated and not is_among_them


def agrees(form: str, referent: Referent) -> bool:
    """Whether a pronoun may mean a referent by number, person and gender."""
    if form in THEY:
        return referent.is_plural or referent.is_coordinated
    if referent.is_plural:
        return False
    if form in IT:
        return not referent.is_person
    return referent.is_person and referent.gender in ("", "man" if form in HE else "woman")
