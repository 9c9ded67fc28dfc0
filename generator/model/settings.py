"""Settings of the complete dossier, pages with text of our own, and synonyms for the search."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from generator.model.record import File, Record
from generator.model.scalars import (
    BaseAddress,
    Contact,
    Day,
    Line,
    PastDay,
    PlainLine,
    Prefix,
    Rich,
    SafeContact,
    Slug,
    WebAddress,
    require_mail_address,
    require_no_query,
    require_web_address,
)


class Section(Record, title="Stuk tekst"):
    slug: Slug
    """Vaste naam, voor het adres van deze tussenkop. Blijft dezelfde als de kop verandert."""
    heading: Line
    """Tussenkop."""
    text: Rich
    """Tekst. Een lege regel begint een nieuwe alinea."""


class Article(File, title="Pagina met eigen tekst"):
    """A page with text of our own, at the top level of the site."""

    title: Line
    """Titel van de pagina."""
    sections: tuple[Section, ...]
    """De stukken tekst."""
    about: StrictBool = False
    """Of onder aan deze pagina staat hoe de site wordt gemaakt en wat ermee mag: zet dan true."""
    about_status: StrictBool = False
    """Of deze pagina uitlegt hoe een status wordt bepaald: dan leidt elke afspraak ernaar."""


class StatementKind(Record, title="Soort uitspraak"):
    label: Line
    """Naam van de soort, zoals de lezer die ziet."""
    role: Literal["title", "heading", "text"] = "text"
    """Rol: title voor de kop van een hoofdstuk, heading voor een tussenkop, text voor de rest."""


class Report(Record, title="Waar lezers een fout melden"):
    """How readers report a mistake on the site."""

    by: Literal["mail", "issue"]
    """Hoe lezers het melden: mail voor een e-mail, issue voor een melding bij de broncode."""
    address: Line
    """Het e-mailadres, of het webadres waar een nieuwe melding begint."""

    @field_validator("address")
    @classmethod
    def _has_the_form_of_its_kind(cls, address: str, others: ValidationInfo) -> str:
        by = others.data.get("by")
        if by == "mail":
            return require_mail_address(address)
        return require_no_query(require_web_address(address)) if by else address


class Owner(Record, title="Wie de site maakt"):
    """Who makes the site, and how to reach them: on every page, and in full on the page About."""

    name: PlainLine
    """Naam van de persoon of organisatie."""
    contact: Contact
    """Het e-mailadres, of het webadres van een pagina met contactgegevens."""
    since: PastDay
    """Sinds wanneer zij de site maken."""
    method: Rich
    """Hoe de site wordt gemaakt en nagekeken."""
    licence: Rich
    """Wat anderen met de teksten mogen doen."""
    licence_address: WebAddress | None = None
    """Het webadres van de licentie. Weglaten als die er niet is. Nodig voor data.overheid.nl."""


DataTheme = Literal[
    "AGRI",
    "ECON",
    "EDUC",
    "ENER",
    "ENVI",
    "GOVE",
    "HEAL",
    "INTR",
    "JUST",
    "REGI",
    "SOCI",
    "TECH",
    "TRAN",
]
"""Source: http://publications.europa.eu/resource/authority/data-theme."""


class SecurityContact(Record, title="Waar onderzoekers een lek melden"):
    """Whom to tell about a weak spot in the site, in ``security.txt``."""

    contact: SafeContact
    """Het e-mailadres, of het webadres van een pagina met https, waar iemand de melding leest."""
    expires: Day
    """Laatste dag waarop dit geldt, als jjjj-mm-dd. Kijk het elk jaar na en kies een nieuwe dag."""


class Settings(File, title="Het dossier als geheel"):
    """Everything that is specific to this dossier."""

    title: PlainLine
    """Naam van de site."""
    summary: Line
    """Waar de site over gaat, in één zin."""
    prefix: Prefix
    """Hoofdletters waarmee elk nummer begint."""
    home: Annotated[tuple[Section, ...], Field(min_length=1)]
    """De inleiding op de voorpagina."""
    kinds: dict[Slug, StatementKind]
    """De soorten uitspraken, elk met een naam en een rol."""
    party_groups: dict[Slug, Line]
    """De groepen partijen, in de volgorde waarin de lezer ze ziet."""
    point_kinds: dict[Slug, Line]
    """De soorten aandachtspunten bij de bron, in de volgorde waarin de lezer ze ziet."""
    address: BaseAddress
    """Het webadres van de site, met / aan het einde. Staat ook in mkdocs.yml, als site_url."""
    edit_address: BaseAddress | None = None
    """Begin van het webadres waar bestanden te bewerken zijn, met / aan het einde."""
    owner: Owner
    """Wie de site maakt."""
    report: Report
    """Waar lezers een fout melden."""
    data_themes: tuple[DataTheme, ...] = ()
    """Onderwerpen in de lijst van de Europese Unie. Nodig voor data.overheid.nl."""
    security: SecurityContact | None = None
    """Waar onderzoekers een lek in de site melden. Weglaten als niemand zo’n melding leest."""
    colophon: Rich
    """Wiens woorden er op de site staan en wat ermee mag."""


class Synonym(Record, title="Woorden van lezers"):
    """Other words that readers use to search for a word of the site."""

    word: Line
    """Het woord dat op de site staat."""
    also: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Andere woorden waarmee lezers het zoeken."""


class Search(File, title="Zoeken"):
    intro: Rich | None = None
    """Uitleg bij het zoekveld."""
    synonyms: tuple[Synonym, ...] = ()
    """De woorden van lezers, bij de woorden van de site."""
