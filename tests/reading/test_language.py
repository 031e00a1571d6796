"""English is let through, another language is named, short texts are not judged."""

from __future__ import annotations

import pytest

from dragoman.errors import ArticleError
from dragoman.reading.language import english, language_of

TEXTS = {
    "The ministers of Peru and Chile have met in Lima, where they said they would go on.": "en",
    "Ministerium bestätigt Gespräche zwischen Berlin und Warschau über gemeinsame Grenzen": "de",
    "Peru ve Şili arasındaki görüşmelerin salı günü yeniden başlayacağı bildirildi.": "tr",
    "Міністр закордонних справ України зустрівся зі своїм колегою у Києві.": "uk",
    "وزير الخارجية يلتقي نظيره": "ar",
    "Peru, Chile sign pact": None,
    "": None,
    "12345 67890": None,
}


@pytest.mark.parametrize(("text", "code"), TEXTS.items())
def test_a_language_is_told_where_there_is_enough_to_tell(text, code):
    assert language_of(text) == code


def test_headlines_full_of_names_are_not_taken_for_a_foreign_language():
    assert (
        english("Ahmadinejad, Khamenei, Rafsanjani, Larijani, Mottaki: Tehran, Qom, Isfahan")
        is None
    )


def test_a_text_too_short_to_tell_is_believed():
    assert english("Lima, Santiago", "en-GB") == "en"
    with pytest.raises(ArticleError, match="in French"):
        english("Lima, Santiago", "fr")


def test_what_the_words_say_counts_more_than_what_is_declared():
    text = "The ministers of Peru and Chile have met in Lima, where they said they would go on."
    assert english(text, "fr") == "en"
