"""What everything with a permalink has in common, and what is left of what ended."""

import datetime as dt
from typing import Literal

from generator.site.api_models.values import Opvolger, Published, Versie, WebAddress


class Item(Published):
    """Iets met een vaste link en versies."""

    id: str
    """Het nummer of de naam. Verandert nooit en wordt nooit opnieuw gebruikt."""
    in_gebruik: Literal[True]
    """Altijd true: dit is niet vervallen."""
    href: WebAddress
    """Het webadres van deze gegevens."""
    pagina: WebAddress
    """De plaats op de site."""
    vaste_link: WebAddress
    """De vaste link, die blijft werken."""
    versie: Versie
    """De huidige versie van de tekst."""
    eerdere_versies: tuple[Versie, ...]
    """De eerdere versies, de oudste eerst."""


class Beeindigd(Published):
    """Iets dat hier niet meer is: vervallen, verplaatst of ergens in opgegaan."""

    id: str
    """Het nummer of de naam."""
    in_gebruik: Literal[False]
    """Altijd false: dit is hier niet meer."""
    href: WebAddress
    """Het webadres van deze gegevens."""
    vaste_link: WebAddress
    """De vaste link, die blijft werken."""
    wat_er_gebeurde: str
    """Wat ermee is gebeurd, in woorden."""
    datum: dt.date
    """De dag waarop dat gebeurde."""
    toelichting: str | None
    """Waarom; null als dat er niet bij staat."""
    opvolgers: tuple[Opvolger, ...]
    """Waar het in is opgegaan of hoe het nu heet."""
    versies: tuple[Versie, ...]
    """De versies van de tekst, de oudste eerst."""
