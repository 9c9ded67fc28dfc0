"""Results of search do not depend on the number of shards of the index."""

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from generator.build.search_index import IndexContent, write_index
from generator.dossier.dossier import Dossier
from generator.search import shards
from generator.search.records import search_records
from generator.site.views.linker import Linker
from tests.browser.conftest import serving
from tests.conftest import ROOT, TODAY
from tests.support.sharing import made_once

ASSETS = ROOT / "templates/assets"
ALL = yaml.safe_load((ROOT / "tests/browser/queries.yml").read_text(encoding="utf-8"))
QUESTIONS = [each["query"] for each in ALL["queries"]]
NONSENSE = ALL["nonsense"]
SAME_FIRST_AT_LEAST = 0.97
SAME_NUMBER_AT_LEAST = 0.9

FIND = """async questions => {
    const { find, load } = await import(new URL("finding.js", location.href))
    await load(new URL("pagefind/", location.href))
    const found = []
    for (const question of questions) {
        const { records, total } = await find(question)
        found.push({ total, addresses: records.map(record => record.address) })
    }
    return found
}"""


class Search:
    """Finds the answers to questions with an index of some number of shards."""

    def __init__(self, browser: Browser, folders: dict[int, Path]) -> None:
        self._browser = browser
        self._folders = folders

    def __call__(self, shards: int, questions: Sequence[str]) -> list[dict[str, Any]]:
        with serving(self._folders[shards]) as address, self._browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/index.html")
            found: list[dict[str, Any]] = page.evaluate(FIND, questions)
        return found


@pytest.fixture(scope="session")
def search(browser: Browser, frozen: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Search:
    found = tuple(search_records(Linker(frozen, TODAY)))
    searched = IndexContent(found, frozen.search.synonyms, frozen.settings.prefix)
    folders = {
        number: made_once(
            tmp_path_factory, f"{number}-shards", partial(write_shards, searched, number)
        )
        for number in (1, 4)
    }
    return Search(browser, folders)


def write_shards(searched: IndexContent, number: int, folder: Path) -> None:
    """Write an index of so many shards, and a page to search it from."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "STEPS", ((0, number),))
        write_index(searched, folder / "pagefind", folder / "kept", clean=True)
    shutil.copy(ASSETS / "finding.js", folder)
    (folder / "index.html").write_text('<html lang="nl"><title>Zoeken</title></html>', "utf-8")


def test_one_shard_and_four_give_the_same_results(search: Search, kept: Path) -> None:
    pairs = list(zip(search(1, QUESTIONS), search(4, QUESTIONS), strict=True))
    lines = [
        f"{question}\t{one['addresses'][:3]}\t{four['addresses'][:3]}\n"
        for question, (one, four) in zip(QUESTIONS, pairs, strict=True)
        if one["addresses"][:1] != four["addresses"][:1]
    ]
    (kept / "shards.tsv").write_text("".join(lines), encoding="utf-8")
    numbers = sum(one["total"] == four["total"] for one, four in pairs)

    assert 1 - len(lines) / len(pairs) >= SAME_FIRST_AT_LEAST
    assert numbers / len(pairs) >= SAME_NUMBER_AT_LEAST


def test_nonsense_has_no_results_in_any_shard(search: Search) -> None:
    assert {each["total"] for each in search(4, NONSENSE)} == {0}
