"""What packs contain: the same data as the API, for the dossier, a theme or a party."""

import datetime as dt
import json
from typing import Any

import pytest

from generator.dossier.dossier import Dossier
from generator.site.api import files as api_files
from generator.site.packs import files
from generator.site.views.linker import Linker
from generator.text.dates import dutch_date
from tests.conftest import TODAY
from tests.support.incremental import DAY

Json = Any
"""What was read from JSON."""


def pack(dossier: Dossier, path: str, today: dt.date) -> Json:
    made = dict(files.outputs(Linker(dossier, today, has_packs=True)))
    return json.loads(made[path]())


def sentences(found: Json) -> list[Any]:
    return [each for part in found["parts"] for each in (*part["commitments"], *part["others"])]


@pytest.fixture(scope="module")
def whole(frozen: Dossier) -> Json:
    return pack(frozen, "dossier.pdf", TODAY)


def test_a_sentence_has_the_words_version_address_and_status_of_the_api(
    whole: Json,
    frozen: Dossier,
) -> None:
    published = dict(api_files.outputs(Linker(frozen, TODAY)))
    for each in sentences(whole):
        item = json.loads(published[f"api/v1/uitspraken/{each['id']}.json"]())
        version = item["versie"]
        assert (each["text"], each["address"]) == (item["tekst"], item["vasteLink"])
        assert (each["version"], each["date"]) == (version["nummer"], dutch_date(version["datum"]))
        status = item["status"] and item["status"]["code"]
        assert (each["standing"] and each["standing"]["code"]) == status
        assert len(each["facts"]) == len(item["feiten"])


def test_the_whole_dossier_has_every_sentence_once(
    whole: Json,
    frozen: Dossier,
) -> None:
    names = [each["id"] for each in sentences(whole)]

    assert sorted(names) == sorted(each.id for each in frozen.statements)


def test_the_cover_says_which_version_it_is(whole: Json, frozen: Dossier) -> None:
    published = dict(api_files.outputs(Linker(frozen, TODAY)))
    register = json.loads(published["api/v1/index.json"]())["register"]
    cover = whole["cover"]

    assert (cover["head"], cover["lines"]) == (register["sha256"], register["aantalRegels"])
    assert cover["as_of"] == "23 november 2026"
    assert whole["created"] == "2026-11-23"


def test_facts_are_newest_first(whole: Json) -> None:
    (said,) = [each for each in sentences(whole) if each["id"] == "HRE-064"]

    assert [each["date"] for each in said["facts"]] == [
        "31 december 2024",
        "16 september 2021",
        "maart 2021",
    ]


def test_themes_come_first_and_chapters_without_commitments_last(
    whole: Json,
    frozen: Dossier,
) -> None:
    titles = [part["title"] for part in whole["parts"]]
    counts = [len(part["commitments"]) for part in whole["parts"]]

    assert titles[:4] == [theme.title for theme in frozen.themes]
    assert all(counts[4:7])
    assert not any(counts[7:])


def test_a_party_has_the_sentences_that_name_it_and_what_it_reports_elsewhere(
    frozen: Dossier,
) -> None:
    found = pack(frozen, "partijen/ezk/dossier.pdf", TODAY)
    (party,) = [each for each in frozen.parties if each.slug == "ezk"]
    names = {each["id"] for each in sentences(found)}

    assert names == {each.id for each in frozen.statements if "ezk" in each.parties}
    assert found["cover"]["subject"] == "Partij: EZK"
    reported = [each for each in frozen.progress.items if party.slug in each.reported_by]
    apart = [each for each in reported if not names & {*each.statements}]
    assert len(found["about"]["facts"]) == len(apart) > 5


def test_a_reference_to_a_sentence_that_is_not_in_the_pack_is_its_permalink(
    frozen: Dossier,
) -> None:
    found = pack(frozen, "partijen/ezk/dossier.pdf", TODAY)
    names = {each["id"] for each in sentences(found)}
    references = [
        each
        for group in found["points"]
        for point in group["points"]
        for each in point["sentences"]
    ]

    assert {each["is_inside"] for each in references} == {True, False}
    assert all((each["id"] in names) == each["is_inside"] for each in references)


def test_a_theme_has_its_own_sentences_and_those_that_name_it(frozen: Dossier) -> None:
    found = pack(frozen, "themas/ontwikkelkracht-innovatie/dossier.pdf", TODAY)

    assert found["parts"][0]["title"] == "Ontwikkelkracht en innovatie"
    assert {each["id"] for each in sentences(found)} == {"HRE-009", "HRE-040", "HRE-041"}


def test_every_source_that_is_cited_is_in_the_list(whole: Json) -> None:
    cited = {
        source["number"]
        for said in sentences(whole)
        for fact in said["facts"]
        for source in fact["sources"]
    }
    listed = {each["number"]: each["title"] for each in whole["sources"]}

    assert cited <= listed.keys()
    assert [*listed] == [*range(1, len(listed) + 1)]


def deadlines(dossier: Dossier, today: dt.date) -> dict[str, list[str]]:
    found = pack(dossier, "dossier.pdf", today)["deadlines"]
    return {name: [each["state"] for each in items] for name, items in found.items()}


def test_deadlines_are_open_until_their_outcome_is_known(frozen: Dossier) -> None:
    late = "te laat: ruim 8 maanden na de nieuwe termijn en ruim 11 maanden na de eerste"

    assert deadlines(frozen, dt.date(2020, 12, 10)) == {"open": ["loopt", "loopt"], "settled": []}
    assert deadlines(frozen, dt.date(2022, 5, 8)) == {
        "open": ["verstreken"],
        "settled": ["op tijd"],
    }
    assert deadlines(frozen, dt.date(2022, 5, 9)) == {"open": [], "settled": ["op tijd", late]}


def test_what_was_left_is_the_pack_of_what_took_its_place(world: Dossier) -> None:
    assert pack(world, "partijen/gw/dossier.pdf", DAY) == pack(
        world, "partijen/gemeente/dossier.pdf", DAY
    )
