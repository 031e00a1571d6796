"""Coders: which one a run uses, where it is not the coder of tables and trees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatCoder:
    """A coder that asks a language model behind an OpenAI-compatible chat endpoint.

    `endpoint` is the address up to the version ("https://llm.example.org/v1"), `model` the name by
    which it knows the model. `timeout_seconds` is what one reply may take in all.

    >>> ChatCoder("http://127.0.0.1:8080/v1", "small-model").name
    'llm/small-model'
    """

    endpoint: str
    model: str
    timeout_seconds: float = 300.0

    @property
    def name(self) -> str:
        """What stands in the `coder` field of its events."""
        return f"llm/{self.model}"
