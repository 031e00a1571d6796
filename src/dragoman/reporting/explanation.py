"""Why an event was coded: its sentence with the act and the parties marked, and the steps to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.reporting.lines import in_lines
from dragoman.reporting.plain import printable

Record = Mapping[str, Any]
_INDENT = " " * 13
_SIDES = ("actor", "recipient", "against")


def explain(record: Record) -> str:
    """An event record in words for a terminal: what was coded, the sentence, and every step.

    Args:
        record: an event as `dragoman code` wrote it; nothing else is looked up.
    """
    lines = [_headline(record), ""]
    lines += [_field(side, _party(party)) for side in _SIDES for party in _parts(record, side)]
    lines += [_field(name, words) for name, words in _circumstances(record) if words]
    lines += ["", *in_lines(marked(record)), "", "Why:"]
    lines += [line for step in _parts(record, "because") for line in _step(step)]
    return "\n".join(lines) + "\n"


def marked(record: Record) -> str:
    """The sentence of an event with its parties in [brackets] and its act in [[double ones]].

    >>> span = {"start": 4, "end": 21, "text": "Peru thanked him."}
    >>> act, who = {"start": 9, "end": 16}, {"start": 4, "end": 8}
    >>> marked({"evidence": span, "trigger": act, "actor": [who]})
    '[actor Peru] [[thanked]] him.'
    """
    sentence = record["evidence"]
    start, text = sentence["start"], sentence["text"]
    marks = {(record["trigger"]["start"], record["trigger"]["end"]): ("[[", "]]")}
    for side in _SIDES:
        for party in _parts(record, side):
            marks.setdefault((party["start"], party["end"]), (f"[{side} ", "]"))
    shown = []
    done = start
    for (first, last), (opening, closing) in sorted(marks.items()):
        # A party named in another sentence, or within another mark, is told above alone.
        if first >= done and last <= sentence["end"]:
            shown += [text[done - start : first - start], opening]
            shown += [text[first - start : last - start], closing]
            done = last
    return printable("".join([*shown, text[done - start :]]))


def _headline(record: Record) -> str:
    modes = "".join(f"/{mode}" for mode in _parts(record, "mode"))
    sureness = f"confidence {record['confidence']:.2f}" if record.get("confidence") else ""
    parts = (f"{record['type']}{modes}", record.get("status"), _days(record), sureness)
    return " · ".join(printable(str(part)) for part in parts if part)


def _days(record: Record) -> str:
    first, last = record.get("date"), record.get("enddate")
    if not first:
        return "undated"
    days = first if first == last else f"{first} to {last}"
    precision = record.get("date_precision")
    return f"{days} ({precision})" if precision else str(days)


def _circumstances(record: Record) -> Iterator[tuple[str, str]]:
    place = record.get("location") or {}
    yield "issue", "; ".join(span["text"] for span in _parts(record, "issue"))
    yield "place", " ".join(filter(None, (place.get("text"), place.get("country"))))
    yield "time", f"“{record['date_text']}”" if record.get("date_text") else ""
    yield "promises", record.get("promises") or ""
    yield "said by", "; ".join(f"{v['text']} ({v['kind']})" for v in _parts(record, "attribution"))
    yield "article", str(record.get("article_id", ""))
    yield "event", str(record.get("id", ""))


def _party(party: Record) -> str:
    sectors = "/".join(_parts(party, "sector"))
    who = " ".join(filter(None, (party.get("id") or party.get("code"), sectors)))
    basis = f", on the word of: {party['basis']}" if party.get("basis") else ""
    return f"{who} “{party.get('text', '')}”{basis}"


def _step(step: Record) -> list[str]:
    words = f" “{step['words']}”" if step.get("words") else ""
    score = f" [{step['score']:.3g}]" if step.get("score") is not None else ""
    text = printable(f"{step.get('rule', '')}{words}{score}")
    return in_lines(text, f"  {printable(str(step.get('step', ''))):<11}", _INDENT)


def _field(name: str, words: str) -> str:
    return "\n".join(in_lines(printable(words), f"  {name:<11}", _INDENT))


def _parts(record: Record, name: str) -> Iterable[Any]:
    return record.get(name) or ()
