"""What each rule means and what an editor does about it, in Dutch; ``docs/meldingen.md`` shows it.

A new rule needs an explanation here, also one that is not in the list of the ``runner``.
"""

from collections.abc import Mapping

from generator.checks.explanations_of_documents import COMPARISONS
from generator.checks.explanations_of_meaning import MISTAKES, WARNINGS, Explanation
from generator.text.parliamentary_papers import EXAMPLE

EXPLANATIONS: Mapping[str, Explanation] = {
    **MISTAKES,
    **WARNINGS,
    **COMPARISONS,
    "yaml": Explanation(
        "Het bestand is geen geldige YAML, of gebruikt iets wat hier niet mag.",
        "Zet tekst met een dubbele punt tussen rechte aanhalingstekens. "
        "Gebruik spaties, geen tabs.",
    ),
    "codering": Explanation(
        "Een teken is geen UTF-8.",
        "Sla het bestand op als UTF-8.",
    ),
    "onzichtbaar-teken": Explanation(
        "Let op, geen fout: in de tekst van een bron staat een teken dat niemand ziet, en dat "
        "woorden kan verbergen of omdraaien. Op de site staat het niet.",
        "Vergelijk de tekst met de bron. Staat het er per ongeluk, haal het dan weg.",
    ),
    "overgeslagen-bestand": Explanation(
        "Let op, geen fout: in `content/` staan bestanden die een ander programma daar heeft "
        "achtergelaten, zoals een reservekopie. De site leest ze niet.",
        "Haal ze weg, of laat ze staan.",
    ),
    "onleesbaar-bestand": Explanation(
        "Iets in `content/` is geen gewoon bestand, is veel te groot, heeft een naam die niet kan "
        "of mag niet worden gelezen.",
        "Zet er een gewoon tekstbestand voor in de plaats.",
    ),
    "dubbele-sleutel": Explanation(
        "Een veld staat twee keer in hetzelfde stuk.",
        "Haal er één weg.",
    ),
    "onbekend-bestand": Explanation(
        "Een bestand staat op een plaats die de site niet kent.",
        "Zet het in de juiste map, met de extensie `.yml`.",
    ),
    "ontbrekend-bestand": Explanation(
        "Een bestand dat nodig is, is er niet.",
        "Zet het terug.",
    ),
    "voorbeeldadres": Explanation(
        "Een adres in de instellingen is nog een voorbeeld, zoals `afspraken.example`. "
        "Alleen `check --publish` kijkt ernaar.",
        "Zet er het echte adres.",
    ),
    "verlopen": Explanation(
        "De laatste dag waarop het contact voor een lek in de site geldt, is voorbij. "
        "Alleen `check --publish` kijkt ernaar.",
        "Kijk na of het contact nog klopt, en zet bij `expires` een dag binnen een jaar.",
    ),
    "onbekend-veld": Explanation(
        "Een veld bestaat niet, meestal door een tikfout.",
        "Neem de naam over die de melding noemt.",
    ),
    "ontbrekend-veld": Explanation(
        "Een verplicht veld ontbreekt.",
        "Vul het in.",
    ),
    "verkeerd-type": Explanation(
        "Er staat een getal waar tekst hoort, of tekst waar een lijst hoort.",
        "De melding zegt wat er hoort.",
    ),
    "ongeldige-waarde": Explanation(
        "De waarde kan niet: een datum die niet bestaat, een leeg veld, een verkeerd nummer.",
        "De melding zegt wat er wel mag.",
    ),
    "dubbele-naam": Explanation(
        "Een nummer of naam is al van iets anders.",
        "Neem het volgende vrije nummer of een andere naam.",
    ),
    "naam-als-nummer": Explanation(
        "Een naam is op hoofdletters na een nummer van een uitspraak, of kan dat worden. "
        "Lezers verwarren de twee, en op sommige computers is het één en hetzelfde bestand.",
        "Kies een andere naam.",
    ),
    "kopie": Explanation(
        "Een bestand is een kopie van een ander: de tekst is gelijk, of de meeste uitspraken "
        "hebben de nummers van dat andere bestand.",
        "Geef de uitspraken eigen nummers en pas de rest aan, of haal de kopie weg.",
    ),
    "adres": Explanation(
        "Een bestand zou een pagina krijgen op een adres waar al iets anders staat, "
        "zoals de lijst van alle afspraken.",
        "Geef het bestand een andere naam.",
    ),
    "voorvoegsel": Explanation(
        "Een nummer begint niet met de letters van dit dossier.",
        "Gebruik de letters uit `prefix` in `dossier.yml`.",
    ),
    "onbekende-naam": Explanation(
        "Een verwijzing noemt iets wat er niet is.",
        "Neem de naam over die de melding noemt, of maak het bestand.",
    ),
    "link": Explanation(
        "Een link in een tekst leidt nergens heen of is niet af.",
        "Gebruik een bestaande naam, een nummer of een webadres.",
    ),
    "citaat": Explanation(
        "De tekst staat niet letterlijk op die regel van de bron.",
        "Neem de tekst precies over, of verbeter `line`.",
    ),
    "brontekst": Explanation(
        "Een hoofdstuk citeert een bron waarvan de tekst er niet is.",
        "Voeg het `.txt`-bestand toe of kies een andere bron.",
    ),
    "regels-verschoven": Explanation(
        "In de tekst van een bron zijn regels ingevoegd of weggehaald, en het register zegt niet "
        "welke. Alleen `check --base` kijkt ernaar.",
        "Plak de regel in het register, zoals de melding zegt: dan leidt een link naar een regel "
        "nog naar dezelfde woorden.",
    ),
    "regelnummers": Explanation(
        "In de tekst van een bron zijn regels ingevoegd of weggehaald; alles daarna staat op een "
        "andere regel dan de uitspraken zeggen.",
        "Voer `python site_build.py renumber --lines` uit, of zet de tekst terug zoals hij was.",
    ),
    "dekking": Explanation(
        "Een stuk van de bron staat in geen enkele uitspraak.",
        "Voeg een uitspraak toe, of zet de regel of dat stuk ervan met een reden bij `skipped`.",
    ),
    "overgeslagen-regel": Explanation(
        "Een overgeslagen regel, of een deel ervan, klopt niet met de bron, wordt twee keer "
        "overgeslagen of is toch een uitspraak.",
        "Verbeter `line` of `text`, of haal hem weg.",
    ),
    "volgorde": Explanation(
        "Uitspraken staan niet in de volgorde van de bron.",
        "Verplaats de uitspraak.",
    ),
    "onderdeel": Explanation(
        "`under` wijst naar een uitspraak die niet eerder in het bestand staat.",
        "Zet de hele uitspraak vóór haar onderdelen.",
    ),
    "kop-als-afspraak": Explanation(
        "Een titel of kop is als afspraak gemerkt.",
        "Haal `commitment` weg.",
    ),
    "naam-van-twee": Explanation(
        "Twee bestanden claimen dezelfde naam in de bron.",
        "Haal de naam bij één van beide weg.",
    ),
    "naam-niet-in-bron": Explanation(
        "Een naam onder `names` staat in geen enkele bron.",
        "Neem de naam letterlijk over, hoofdletters en al.",
    ),
    "zonder-naam": Explanation(
        "Een partij, overleg of instrument heeft geen `names`, en niets verwijst ernaar.",
        "Zet bij `names` hoe de bron dit noemt. Noemt alleen een andere bron het, verwijs er dan "
        "naar, bijvoorbeeld met `reported_by`.",
    ),
    "niet-genoemd": Explanation(
        "Een uitspraak zou iets noemen wat niet in haar woorden staat.",
        "Haal het weg uit de lijst.",
    ),
    "niet-vermeld": Explanation(
        "Een uitspraak noemt iets wat niet in haar lijsten staat.",
        "Zet het erbij, zoals de melding zegt.",
    ),
    "verband": Explanation(
        "De woorden van een verband staan niet in de uitspraak.",
        "Neem ze letterlijk over, of gebruik `related_elsewhere`.",
    ),
    "dubbel-verband": Explanation(
        "Een verband staat er twee keer of wijst naar zichzelf.",
        "Haal het weg.",
    ),
    "woorden-van-de-bron": Explanation(
        "Woorden die van de bron zouden zijn, staan niet in de uitspraak.",
        "Neem ze letterlijk over, of haal het veld weg.",
    ),
    "periode": Explanation(
        "Een periode eindigt vóór zij begint.",
        "Verbeter het begin (`date`, `start`) of `end`.",
    ),
    "verschuiving": Explanation(
        "Een verschuiving van een termijn ligt vóór de vorige.",
        "Zet ze in de volgorde van `date`.",
    ),
    "opvolging": Explanation(
        "Overleggen volgen elkaar in een kring op.",
        "Haal één `followed_by` weg.",
    ),
    "bewaard": Explanation(
        "De bewaarde tekst van een bron ontbreekt, is gewijzigd, of hoort bij geen kopie.",
        "Zet de tekst terug zoals hij was, of bewaar de kopie opnieuw met `evidence`.",
    ),
    "passage": Explanation(
        "Een passage staat niet letterlijk in de bewaarde tekst van een bron van het feit.",
        "Neem de woorden letterlijk over uit `content/evidence/`.",
    ),
    "zonder-bron": Explanation(
        "Een uitleg heeft geen bron.",
        "Vul `sources` in. Bij een gewoon Nederlands woord kan `ordinary: true`.",
    ),
    "ongebruikte-bron": Explanation(
        "Niets verwijst naar een bron.",
        "Gebruik de bron of verwijder het bestand.",
    ),
    "raadpleging": Explanation(
        "Bij een webadres staat niet hoe het is geraadpleegd.",
        "Vul `consulted_how` in, en `consulted` als de dag bekend is.",
    ),
    "afkorting": Explanation(
        "Een afkorting wordt twee keer uitgelegd.",
        "Haal er één weg.",
    ),
    "voortgang-datum": Explanation(
        "Een feit, een verschuiving of een uitkomst ligt vóór het begin van de tijdlijn.",
        "Verbeter de datum.",
    ),
    "status": Explanation(
        "Bij ‘overgenomen’ of ‘vervallen’ ontbreekt waardoor of waarom.",
        "Vul `status_note` in.",
    ),
    "kamerstuk": Explanation(
        "Een verwijzing naar een Kamerstuk heeft niet de juiste vorm.",
        f"Schrijf haar zoals `{EXAMPLE}`.",
    ),
    "register": Explanation(
        "Een regel van het register is geen JSON of is afgebroken, of staat in het bestand van een "
        "andere naam.",
        "Zet de regel terug zoals hij was, of geef het bestand de naam die de melding noemt.",
    ),
    "conflict": Explanation(
        "Twee voorstellen hebben hetzelfde bestand gewijzigd, en git wist niet hoe het samen moet.",
        "Houd de regels van beide, en haal alleen de regels met `<<<<<<<`, `=======` en `>>>>>>>` "
        "weg.",
    ),
    "register-nummer": Explanation(
        "Een nummer in het register begint niet met de letters van dit dossier.",
        "Zet het nummer terug.",
    ),
    "vingerafdruk": Explanation(
        "Een regel van het register is met de hand gewijzigd.",
        "Zet de regel terug zoals hij was.",
    ),
    "geschiedenis": Explanation(
        "Een naam is in het register twee keer nieuw, of gaat verder na het einde.",
        "Doe wat de melding zegt: neem een nieuw nummer of een andere naam, of haal de regel weg.",
    ),
    "register-datum": Explanation(
        "Een gebeurtenis ligt vóór de vorige van dezelfde naam.",
        "Verbeter de datum.",
    ),
    "opvolger": Explanation(
        "Een opvolger staat niet in het register.",
        "Leg de opvolger vast.",
    ),
    "keten": Explanation(
        "Een regel van het register sluit niet aan op de regel ervoor: er is iets gewijzigd, "
        "verplaatst of weggehaald.",
        "Zet de regels terug zoals ze waren. Voegden twee voorstellen een regel toe, neem dan over "
        "wat de melding bij `previous` noemt.",
    ),
    "niet-vastgelegd": Explanation(
        "Iets nieuws staat nog niet in het register.",
        "Voer het commando uit of plak de regel, zoals de melding zegt.",
    ),
    "afspraak": Explanation(
        "Een uitspraak is een afspraak geworden of is dat niet meer, en dat staat nog niet in het "
        "register.",
        "Voer het commando uit of plak de regel, zoals de melding zegt. Zeg waarom iets geen "
        "afspraak meer is.",
    ),
    "statuswijziging": Explanation(
        "Een afspraak heeft een andere status dan eerst, en dat staat nog niet in het register.",
        "Voer het commando uit of plak de regel, zoals de melding zegt. Zeg waarom, als de "
        "afspraak geen status meer heeft.",
    ),
    "gewijzigd": Explanation(
        "Een gepubliceerde tekst is gewijzigd.",
        "Leg vast waarom, zoals de melding zegt.",
    ),
    "verplaatst": Explanation(
        "Iets staat op een andere pagina dan eerst.",
        "Leg het vast, zoals de melding zegt.",
    ),
    "verdwenen": Explanation(
        "Iets wat is gepubliceerd, staat nergens meer.",
        "Zet het terug, of leg vast dat het is vervallen, gesplitst, samengevoegd of hernoemd.",
    ),
    "hergebruikt": Explanation(
        "Een beëindigde naam wordt opnieuw gebruikt.",
        "Kies een andere naam of een nieuw nummer.",
    ),
    "gekrompen": Explanation(
        "Een regel van het register is weggehaald of verplaatst.",
        "Zet de regel terug.",
    ),
    "verouderd-schema": Explanation(
        "De namen die uw editor voorstelt, zijn niet meer die van de inhoud.",
        "Voer `python site_build.py schema` uit; `record` doet dat ook.",
    ),
    "menu": Explanation(
        "Een pagina ontbreekt in het menu, of het menu wijst naar niets.",
        "Zet de regel die de melding noemt in `mkdocs.yml` onder `nav`.",
    ),
    "verouderde-uitleg": Explanation(
        "Een bestand met uitleg in `docs/` past niet meer bij het programma.",
        "Voer `python site_build.py docs` uit.",
    ),
    "leeg-thema": Explanation(
        "Een thema heeft geen uitspraken, en zegt niet waarom.",
        "Zet bij `missing` wat de bron over dit thema niet geeft.",
    ),
    "overgeslagen-nummer": Explanation(
        "Tussen twee nummers ontbreekt een nummer dat nooit is gebruikt.",
        "Neem het nummer dat de melding noemt. Is het op de hoofdtak al in gebruik, haal die dan "
        "eerst binnen.",
    ),
    "configuratie": Explanation(
        "De naam of het adres in `mkdocs.yml` is anders dan in `dossier.yml`.",
        "Zet in `mkdocs.yml` wat de melding noemt.",
    ),
}
"""The explanation of each rule, in Markdown, by the name of the rule."""
