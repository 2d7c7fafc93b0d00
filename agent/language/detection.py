"""Which language a question is in, by its script, its letters, and its words: good on questions of two words.

The small words of each language ("und", "cuántos") count most, the vocabulary of questions less. Names of places,
numbers and technical abbreviations are no evidence. Knows no planner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from agent.language.registry import LANGUAGES

CODES = ("en", "es", "fr", "de", "zh")
"""Languages that are told apart, ISO 639-1."""
WORD = re.compile(r"[^\W\d_]+")
HAN = re.compile("[\u3400-\u9fff]")
FUNCTION_WORD, VOCABULARY, LETTER = 3, 1, 3
"""Weights of a small word, of a word of the planner's vocabulary, and of a letter or sign of one language."""
HAN_PER_WORD = 2
"""Chinese signs that weigh as much as one word in Latin letters."""
SIGNS = {"es": "¿¡"}
"""Signs that others of these languages do not write."""
LETTERS = {"es": "ñáíóú", "fr": "çœàèêùâîôûëï", "de": "ßäö"}
"""Letters that others of these languages do not write; é and ü are written in two."""
FUNCTION_WORDS = {
    "en": "the of and what which who where when why how many much is are was were do does did can could would"
    " should there here this that these those it its they them you your i me my we us in on at to from by with"
    " without for not no any some all each more most less than or but if then only also too please thanks"
    " thank hello hi show tell give list find compare explain describe count measure export save changed"
    " change changes between about into out up down have has had been be will now instead similar so still"
    " again same other new how's what's let an a sure yes hectares percent square"
    " n u r ur em pls plz thx whats hows im ive dont isnt gimme yo lol",
    "es": "el la los las un una unos unas de del al y e o u que qué cual cuál cuales cuáles quien donde dónde"
    " cuando cuándo como cómo cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas por para con sin en"
    " a ante desde hasta sobre entre es son era eran fue fueron hay había ha han está están este esta estos"
    " estas ese esa eso esos lo le les se su sus mi tu me te nos no ni si sí ya muy más menos mucho muchos"
    " también solo sólo pero porque cambió cambio cambios cambiado cambiaron cambia muestra muéstrame dime"
    " dame lista compara explica describe cuenta mide exporta guarda gracias hola favor puedes puede ves ver"
    " hubo aparecieron desaparecieron desaparecido aparecido nuevo nueva nuevos nuevas hectáreas hectareas"
    " metros mismo otra otro qué tan seguro segura estás grande grandes",
    "fr": "le la les l un une des du de d et ou où que qu quel quelle quels quelles qui quoi quand comment combien"
    " pourquoi est sont était étaient a ont au aux à en dans sur sous par pour avec sans entre vers depuis ce"
    " cet cette ces c ça il elle ils elles on nous vous je j tu me m te se s son sa ses mon ne n pas plus"
    " moins très aussi seulement mais parce si oui non y été avait changé changement changements montre"
    " montrez dis dites donne donnez liste compare expliquez décris compte mesure exporte enregistre merci"
    " bonjour salut peux peut vois voir apparu apparus apparues disparu disparus disparues nouveau nouveaux"
    " nouvelle nouvelles même autre grand grands grande grandes sûr es hectares mètres carrés",
    "de": "der die das den dem des ein eine einen einem einer eines und oder was wer wo wohin wann warum weshalb"
    " wieso wie viel viele vieles welche welcher welches welchen ist sind war waren wird wurde wurden worden"
    " hat haben habe kann kannst können könnte gibt gab es sie er ich du wir ihr mich mir dir uns im in am an"
    " auf aus bei mit nach von vom zu zum zur für ohne über unter zwischen um nicht kein keine keinen nur auch"
    " noch schon sehr mehr weniger als aber weil wenn dass diese dieser dieses diesen davon dort hier so bitte"
    " danke hallo zeig zeige nenne sag gib liste vergleiche erkläre beschreibe zähle miss exportiere speichere"
    " ja nein schick schicke sende"
    " verändert veränderung veränderungen geändert hinzugekommen verschwunden verschwanden neu neue"
    " neuen neues groß große größte größten sicher bist hektar quadratmeter quadratmetern prozent",
}
"""Words that questions in a language can hardly do without; of several languages where they are of several."""
NEUTRAL = frozenset(
    "ok okay csv png pdf html json kml kmz shapefile xlsx mail tif tiff geotiff gpkg geojson cog excel raster"
    " geopackage ndvi ndwi ndbi nbr evi savi ndmi ndsi mndwi ha km m px pixel pixels"
    " total original final urban normal".split()
)
"""Words of all languages."""


@cache
def _weights() -> dict[str, dict[str, int]]:
    """For each word what it weighs for each language."""
    weights: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        if language.code in FUNCTION_WORDS:
            for word in language.vocabulary():
                weights.setdefault(word, {})[language.code] = VOCABULARY
    for code, line in FUNCTION_WORDS.items():
        for word in line.split():
            weights.setdefault(word, {})[code] = FUNCTION_WORD
    return {word: told for word, told in weights.items() if word not in NEUTRAL}


def language_of(text: str, before: str = "en") -> str:
    """The language of a question.

    Args:
        text: the question, of any length.
        before: the language of the conversation so far, which a text without evidence or with as much for two keeps.

    Returns:
        One of `CODES`, or `before`.
    """
    written = WORD.findall(HAN.sub(" ", text.replace("\u2019", "'")))
    words, han = [word.lower() for word in written], len(HAN.findall(text))
    if han and han >= HAN_PER_WORD * len([word for word in words if word not in NEUTRAL]):
        return "zh"
    scores: Counter[str] = Counter()
    for word in words:
        scores.update(_weights().get(word, {}))
    for code, letters in LETTERS.items():
        # A word with a capital may be a name.
        scores[code] += LETTER * any(letter in word for word in written if word.islower() for letter in letters)
    for code, signs in SIGNS.items():
        scores[code] += LETTER * any(sign in text for sign in signs)
    best = max(scores.values(), default=0)
    leading = [code for code, score in scores.items() if score == best]
    return leading[0] if best and len(leading) == 1 else before


def language_of_conversation(questions: Iterable[str]) -> str:
    """The language of the last of the questions, which those before tell where it does not tell it itself."""
    language = "en"
    for question in questions:
        language = language_of(question, language)
    return language
