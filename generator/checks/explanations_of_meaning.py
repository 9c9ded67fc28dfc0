"""The explanations of the rules about what is well-formed and still cannot be meant.

``explanations`` has them as well, with all others.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Explanation(NamedTuple):
    meaning: str
    """What is wrong."""
    remedy: str
    """What the editor does about it."""


MISTAKES: Mapping[str, Explanation] = {
    "na-vandaag": Explanation(
        "Iets wat is gebeurd, heeft een datum die nog moet komen.",
        "Verbeter de datum.",
    ),
    "wijzigingsdag": Explanation(
        "Een bestand is later gewijzigd dan er bij `changed` staat: dat blijkt uit een datum in "
        "het bestand.",
        "Zet bij `changed` de dag van de laatste wijziging.",
    ),
    "raadpleegdag": Explanation(
        "Een bron zou zijn geraadpleegd voordat zij er was.",
        "Verbeter `consulted` of `date`.",
    ),
    "nakijkdag": Explanation(
        "Een bestand zou zijn nagekeken voordat er gebeurde wat erin staat.",
        "Kijk na of het nog klopt, en zet bij `reviewed` de dag waarop u dat deed.",
    ),
    "twee-statussen": Explanation(
        "Een afspraak krijgt op één dag van twee feiten een status, dezelfde of een andere.",
        "Haal bij een van de twee `status` weg, of verbeter een datum.",
    ),
    "status-zonder-afspraak": Explanation(
        "Een feit geeft een status aan een uitspraak die geen afspraak is.",
        "Haal `status` of het nummer weg. Is het wel een afspraak, zet dan bij de uitspraak "
        "`commitment: true`.",
    ),
    "niet-te-toetsen": Explanation(
        "Bij een uitspraak staat waarom zij niet te toetsen is, en zij is geen afspraak of krijgt "
        "van een feit toch een status.",
        "Haal `untestable` weg, of de `status` bij het feit.",
    ),
    "feit-over-kop": Explanation(
        "Een feit gaat over een titel of kop.",
        "Noem de uitspraak waar het feit over gaat.",
    ),
    "melder": Explanation(
        "Een bron van een feit is uitgegeven door een partij, en bij het feit staat geen partij.",
        "Zet bij `reported_by` welke partijen het feit zelf melden.",
    ),
    "deel-van-zichzelf": Explanation(
        "Een partij is een onderdeel van zichzelf, misschien via een andere partij.",
        "Haal één `part_of` weg.",
    ),
    "dubbel-in-lijst": Explanation(
        "In een lijst staat twee keer hetzelfde.",
        "Haal er één weg.",
    ),
    "dubbele-titel": Explanation(
        "Twee dingen van dezelfde soort heten hetzelfde. Hoofdletters tellen niet mee.",
        "Geef een van de twee een andere naam, of maak er één van.",
    ),
    "dubbel-in-dossier": Explanation(
        "Twee soorten of groepen in `dossier.yml` heten hetzelfde, of twee thema’s hebben "
        "hetzelfde nummer.",
        "Geef een van de twee een andere naam of een ander nummer.",
    ),
    "dubbele-uitspraak": Explanation(
        "Dezelfde zin op dezelfde regel van de bron is twee keer een uitspraak.",
        "Haal de nieuwste van de twee weg.",
    ),
    "invulwoord": Explanation(
        "Ergens staat nog wat u had moeten invullen, zoals `…` of `[reden]`.",
        "Vul het in.",
    ),
    "spaties": Explanation(
        "Tussen twee woorden staat meer dan één spatie.",
        "Haal de andere weg.",
    ),
    "linkwoorden": Explanation(
        "De woorden van een link noemen een ander nummer, adres of Kamerstuk dan waar hij heen "
        "leidt.",
        "Verbeter de woorden of het doel.",
    ),
}

_WARNING = "Let op, misschien geen fout: "
_ACCEPT = " Klopt het toch, zet dan de reden bij `accepted`, zoals de melding zegt."

WARNINGS: Mapping[str, Explanation] = {
    "bewijs-ouder": Explanation(
        _WARNING + "alle bronnen bij een feit zijn van vóór dat feit.",
        "Verbeter een datum, of zoek een latere bron." + _ACCEPT,
    ),
    "feit-ouder": Explanation(
        _WARNING + "een feit is ouder dan de bron van de uitspraak waar het over gaat.",
        "Verbeter de datum of het nummer." + _ACCEPT,
    ),
    "uitkomst": Explanation(
        _WARNING + "een termijn is gehaald voordat zij begon, of verschoven nadat zij was gehaald.",
        "Verbeter een datum." + _ACCEPT,
    ),
    "status-terug": Explanation(
        _WARNING + "een afspraak krijgt een status die minder ver is dan de vorige, of een andere "
        "status nadat zij was afgelopen.",
        "Verbeter een datum of een status." + _ACCEPT,
    ),
    "zelfde-zin": Explanation(
        _WARNING + "twee uitspraken hebben dezelfde tekst.",
        "Haal er één weg als de bron de zin maar één keer heeft." + _ACCEPT,
    ),
    "zelfde-woorden": Explanation(
        _WARNING + "twee bronnen, aandachtspunten, termijnen, gebeurtenissen of feiten hebben "
        "dezelfde titel, tekst of hetzelfde webadres.",
        "Haal er één weg, of gebruik andere woorden." + _ACCEPT,
    ),
    "zelfde-periode": Explanation(
        _WARNING + "dezelfde woorden van de bron zijn twee keer een termijn of gebeurtenis.",
        "Haal er één weg." + _ACCEPT,
    ),
    "begrip-niet-in-bron": Explanation(
        _WARNING + "een begrip staat in geen enkele brontekst.",
        "Verbeter het begrip, of zet bij `names` hoe de bron het schrijft." + _ACCEPT,
    ),
    "teken-op-papier": Explanation(
        _WARNING + "een teken, zoals een emoji, staat niet in het lettertype van de pdf’s. Daar "
        "staat het nummer van het teken, zoals [U+1F600].",
        "Schrijf het anders, als dat kan." + _ACCEPT,
    ),
    "dag-vergeten": Explanation(
        "Let op, misschien geen fout: een voorstel wijzigt een bestand, en bij `changed` staat nog "
        "een eerdere dag.",
        "Zet bij `changed` de dag van de wijziging. Was dat echt de dag die er staat, dan hoeft u "
        "niets te doen.",
    ),
    "overbodig": Explanation(
        "Let op: bij `accepted` staat een waarschuwing die er niet is, of niet meer.",
        "Haal haar daar weg.",
    ),
    "verloopdag": Explanation(
        _WARNING + "het contact voor een lek in de site geldt nog maar een maand of minder, of "
        "langer dan een jaar.",
        "Kijk na of het contact nog klopt, en zet bij `expires` een dag binnen een jaar." + _ACCEPT,
    ),
}
