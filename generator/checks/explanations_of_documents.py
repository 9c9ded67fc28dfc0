"""What the rules about two documents mean, and what an editor does about it, in Dutch."""

from collections.abc import Mapping

from generator.checks.explanations_of_meaning import Explanation

COMPARISONS: Mapping[str, Explanation] = {
    "vergelijking": Explanation(
        "Een vergelijking met een ander document is niet af, of zegt te veel.",
        "Bij `zelfde` hoort `to`, bij `gewijzigd` ook `here` en `there`. Bij `nieuw` en "
        "`weggelaten` hoort geen van drieën.",
    ),
    "vergeleken-document": Explanation(
        "Een uitspraak is vergeleken met haar eigen document, met een bron waarvan de tekst er "
        "niet is, of met een uitspraak die in een ander document staat.",
        "Noem bij `document` het andere document, en bij `to` een uitspraak daarvan.",
    ),
    "vergeleken-woorden": Explanation(
        "De woorden van een vergelijking staan niet in de uitspraak, of twee zinnen zijn anders "
        "dan de vergelijking zegt. Hoofdletters, spaties en leestekens tellen niet mee.",
        "Neem de woorden letterlijk over, of verbeter `how`.",
    ),
    "dubbele-vergelijking": Explanation(
        "Twee uitspraken zijn twee keer vergeleken, of een uitspraak is nieuw of weggelaten en "
        "staat volgens een andere vergelijking toch in dat document.",
        "Schrijf een vergelijking bij één van de twee uitspraken, en haal de andere weg.",
    ),
    "vergelijking-volgorde": Explanation(
        "Een zin is nieuw in het eerdere document, of weggelaten uit het latere.",
        "Schrijf `nieuw` bij een zin van het latere document en `weggelaten` bij een zin van het "
        "eerdere. Klopt de datum van het document niet, verbeter die dan.",
    ),
}
"""The explanation of each rule about two documents, by the name of the rule."""
