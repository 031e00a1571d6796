"""The options of `dragoman code` that say which coder codes."""

from __future__ import annotations

import click

from dragoman.cli_terminal import with_options
from dragoman.model.coders import ChatCoder

coder_options = with_options(
    click.option(
        "--coder",
        type=click.Choice(("tables", "llm")),
        default="tables",
        help="tables, as without it; or llm: ask a language model, --jobs requests at once.",
    ),
    click.option(
        "--endpoint",
        metavar="URL",
        help="With llm: an OpenAI-compatible endpoint; its key is read from DRAGOMAN_LLM_KEY.",
    ),
    click.option("--model", metavar="NAME", help="With llm: the model's name at the endpoint."),
)


def chosen(coder: str, endpoint: str | None, model: str | None) -> ChatCoder | None:
    """The language model to ask, or None for the coder of tables.

    Raises: UsageError where one is asked for without its address or name, or the other way round.

    >>> chosen("llm", "http://127.0.0.1:8080/v1", "small-model").name
    'llm/small-model'
    """
    if coder == "tables":
        if endpoint or model:
            raise click.UsageError("--endpoint and --model go with --coder llm.")
        return None
    if not endpoint or not model:
        raise click.UsageError("--coder llm needs --endpoint URL and --model NAME.")
    return ChatCoder(endpoint, model)
