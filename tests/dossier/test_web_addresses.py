"""Every web address to which readers are led is found, with the line where it is written."""

from generator.dossier import web_addresses
from generator.dossier.dossier import Dossier
from generator.model import scalars
from generator.model.record import Record
from generator.model.traversal import fields_with
from tests.conftest import dossier_of, world_texts

SOURCE = "content/sources/krant.yml"


def found(dossier: Dossier) -> dict[str, list[str]]:
    return {
        address: [str(place) for place in places]
        for address, places in web_addresses.places(dossier).items()
    }


def test_fields_and_links_in_texts_are_found_with_their_lines(world: Dossier) -> None:
    addresses = found(world)

    assert addresses["https://krant.example/bericht?a=1&b=2"] == [f"{SOURCE}:6"]
    assert addresses["https://krant.example/"] == [f"{SOURCE}:9"]
    assert addresses["https://stichting.example/contact"] == ["content/dossier.yml:25"]


def test_the_beginning_of_an_address_is_not_visited(world: Dossier) -> None:
    assert world.settings.address not in found(world)
    assert world.settings.edit_address not in found(world)


def test_an_address_in_a_long_text_has_its_own_line_and_one_in_two_places_has_both() -> None:
    texts = dict(world_texts())
    line = "what: Noemt de afkorting [voluit](https://krant.example/).\n"
    assert line in texts[SOURCE]
    texts[SOURCE] = texts[SOURCE].replace(
        line,
        "what: |\n  Noemt de afkorting.\n\n  Ook [hier](https://krant.example/a) en"
        " [daar](https://krant.example/bericht?a=1&b=2).\n",
    )

    addresses = found(dossier_of(texts))

    assert addresses["https://krant.example/a"] == [f"{SOURCE}:12"]
    assert addresses["https://krant.example/bericht?a=1&b=2"] == [f"{SOURCE}:6", f"{SOURCE}:12"]


def test_an_address_that_yaml_has_in_another_form_has_the_line_of_its_field() -> None:
    texts = dict(world_texts())
    texts[SOURCE] = (
        texts[SOURCE]
        .replace("url: https://krant.example/bericht", 'url: "https://krant.example/\\x62ericht')
        .replace("?a=1&b=2", '?a=1&b=2"')
    )

    assert found(dossier_of(texts))["https://krant.example/bericht?a=1&b=2"] == [f"{SOURCE}:6"]


class WithNewField(Record, title="Nieuw"):
    """A record with an address in a field of a kind that none has yet."""

    copies: tuple[scalars.WebAddress, ...]
    """Kopieën."""


def test_a_new_field_with_a_web_address_comes_in_by_itself() -> None:
    assert fields_with(WithNewField, scalars.Link) == {"copies"}
