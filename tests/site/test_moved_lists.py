"""A list that a maintainer gives another address keeps the old one, once that is recorded."""

import datetime as dt
from collections.abc import Iterator

import pytest

from generator.checks.runner import check
from generator.dossier import fixed_addresses, register_files, urls
from generator.dossier.fixed_addresses import FixedAddress
from generator.dossier.loader import Reading, read
from generator.editing import events
from generator.site.files import static_outputs
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment
from tests.conftest import TODAY, world_texts

DAY = dt.date(2020, 5, 2)


@pytest.fixture
def moved() -> Iterator[Reading]:
    """The small world, in which the page about citing is at another address now."""
    pages = fixed_addresses.LIST_PAGES
    before, old = dict(pages), pages.pop(urls.CITING)
    pages["aanhalen.md"] = FixedAddress("aanhalen", "aanhalen.md", old.title, old.content_path)
    yield read(world_texts())
    pages.clear()
    pages.update(before)  # in their order, which readers see


def test_the_check_names_what_moved_and_how_to_record_it(moved: Reading) -> None:
    found = check(moved, TODAY)

    assert [each.rule for each in found] == ["niet-vastgelegd", "verdwenen"]
    assert "record citeren --moved --to aanhalen" in found[1].message


def test_the_old_address_leads_on_once_the_move_is_recorded(
    moved: Reading, templates: dict[str, str]
) -> None:
    assert moved.dossier
    change = events.Change("verplaatst", DAY, None, ("aanhalen",))
    ended = events.ended(moved.dossier, "citeren", change)
    successors = events.missing_successors(moved.dossier, [ended])
    texts = world_texts()
    recorded = register_files.with_events(texts, moved.dossier.register, [*successors, ended])

    after = read({**texts, **recorded})

    assert after.dossier
    assert check(after, TODAY) == ()
    pages = dict(static_outputs(Linker(after.dossier, DAY), html_environment(templates)))
    assert 'data-forward="../aanhalen/"' in pages["citeren/index.html"]()
