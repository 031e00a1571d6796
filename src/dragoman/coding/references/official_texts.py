"""Official texts: whose "we" is in a text that an office of a state or body publishes."""

from __future__ import annotations

import re
from datetime import date

from dragoman.coding.actors.actors import resolve_phrase
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity
from dragoman.model.text import Article

_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
_ISO_DAY = 10
_ENDS = (
    r"(?=$|,| ?\||(?i: (?:and|at|on|to|in|before|with|upon|after|during|following|regarding"
    r"|concerning|announcing|applauding|calling|celebrating|commemorating|commending|condemning"
    r"|congratulating|denouncing|hono[u]?ring|marking|mourning|opposing|reaffirming|recogni[sz]ing"
    r"|responding|supporting|thanking|urging|welcoming) ))"
)
# "Statement by President Moi on Trade", "President Moi's Remarks at the Summit".
_TITLES = (
    re.compile(
        r"(?:Background )?(?:Joint )?(?:Press )?(?:Statement|Remarks|Readout|Briefing|Message|Call"
        r"|Conference|Gaggle|Letter|Notice|Proclamation|Address)"
        rf" (?i:by|of|from) (?P<whose>.+?){_ENDS}"
    ),
    re.compile(
        r"(?P<whose>[A-Z].+?)(?:['’]s?)? (?:Statement|Remarks|Readout|Message|Address|Proclamation)"
        r"(?=$| (?i:on|at|to|about|of|following|after) )"
    ),
)
# "Fact Sheet: Kenya Announces New Aid", "Fact Sheet: Kenya's Support for Chad".
_FACT_SHEET = re.compile(
    r"(?i:fact ?sheet) ?[:|–-] ?(?:The )?(?P<whose>[A-Z].+?)"
    r"(?: [A-Z][a-z]+s(?= )|(?:['’]s?)? (?:Aid|Assistance|Support|Contributions?|Commitments?"
    r"|Cooperation|Efforts|Actions|Measures|Response|Sanctions|Leadership|Steps)(?!\w))"
)
_TOGETHER = re.compile(r"\b(?:Joint|Leaders|Ministers)\b")
_PAIR = re.compile(r" – |[-–][A-Z](?!\w+ (?:Administration|[Gg]overnment))")
_SIGNATURE = re.compile(r"(?P<whose>[A-Z][A-Z.’' -]{5,40}?)\.?(?:, .{4,25})?")


def own_voice(article: Article, tables: ActorTables) -> tuple[Identity, ...]:
    """Whose "we" an official text's is: the publisher's, where it is an office of a state.

    Where no publisher is known, a title such as "Remarks by President Obama" tells, or the name in
    capitals below a text.
    """
    publisher = (article.publisher or "").lower()
    host = (article.url or "").partition("://")[2].partition("/")[0].lower()
    for domain, code in tables.domains.items():
        if domain in (publisher, host) or host.endswith(f".{domain}"):
            return (Identity(code, sector=("GOV",)),)
    title = (article.title or "").replace("\u2060", "")
    if article.publisher:
        return _official(article.publisher, None, tables)
    for form in _TITLES:
        found = form.match(title)
        for phrase in _owners(found["whose"]) if found else ():
            if who := _official(phrase, None, tables):
                return who
    if (found := _FACT_SHEET.match(title)) and (who := _state(found["whose"], tables)):
        return who
    return _official(_signature(article.text), day_of(article), tables)


def day_of(article: Article) -> date | None:
    """The day an article was published; None where no whole day is known."""
    published = article.published or ""
    return date.fromisoformat(published[:_ISO_DAY]) if len(published) >= _ISO_DAY else None


def _official(phrase: str, day: date | None, tables: ActorTables) -> tuple[Identity, ...]:
    """Who a phrase names, if that is somebody in office."""
    who = resolve_phrase(phrase, day, tables)
    is_official = isinstance(who, Identity) and bool(_OFFICIAL & set(who.sector))
    return (who,) if isinstance(who, Identity) and is_official else ()


def _owners(phrase: str) -> tuple[str, ...]:
    """Who may be meant by the words of a title: all of them, or whose thing they name.

    "Jake Sullivan's Bilateral Meeting". What several say together is no one's.
    """
    if _TOGETHER.search(phrase):
        return ()
    return phrase, re.split(r"['’]s? ", phrase)[0]


def _state(phrase: str, tables: ActorTables) -> tuple[Identity, ...]:
    """The state that a phrase names, itself or by somebody in office there; of a pair none."""
    if _PAIR.search(phrase):
        return ()
    who = resolve_phrase(phrase, None, tables)
    is_state = isinstance(who, Identity) and tables.is_state(who.code)
    return (who,) if isinstance(who, Identity) and is_state else ()


def _signature(text: str) -> str:
    """The name in capitals that stands last below a text, without office and date behind it."""
    last = text.rstrip().rpartition("\n")[2]
    signed = _SIGNATURE.fullmatch(last)
    return signed["whose"] if signed else ""
