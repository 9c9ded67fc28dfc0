"""What is found does not hang on how the index is cut into shards."""

import shutil
from collections.abc import Sequence
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


class Found:
    """What was found for each question, by the number of shards."""

    def __init__(self, browser: Browser, dossier: Dossier, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        found = tuple(search_records(Linker(dossier, TODAY)))
        self.searched = IndexContent(found, dossier.search.synonyms, dossier.settings.prefix)

    def __call__(self, number: int, questions: Sequence[str]) -> list[dict[str, Any]]:
        folder = self.folder / str(number)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shards, "STEPS", ((0, number),))
            write_index(self.searched, folder / "pagefind", folder / "kept", clean=True)
        shutil.copy(ASSETS / "finding.js", folder)
        (folder / "index.html").write_text('<html lang="nl"><title>Zoeken</title></html>', "utf-8")
        with serving(folder) as address, self.browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/index.html")
            found: list[dict[str, Any]] = page.evaluate(FIND, questions)
        return found


@pytest.fixture(scope="module")
def found(browser: Browser, frozen: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return Found(browser, frozen, tmp_path_factory.mktemp("found"))


def test_the_same_is_found_in_one_shard_and_in_four(found: Found, kept: Path) -> None:
    pairs = list(zip(found(1, QUESTIONS), found(4, QUESTIONS), strict=True))
    lines = [
        f"{question}\t{one['addresses'][:3]}\t{four['addresses'][:3]}\n"
        for question, (one, four) in zip(QUESTIONS, pairs, strict=True)
        if one["addresses"][:1] != four["addresses"][:1]
    ]
    (kept / "shards.tsv").write_text("".join(lines), encoding="utf-8")
    numbers = sum(one["total"] == four["total"] for one, four in pairs)

    assert 1 - len(lines) / len(pairs) >= SAME_FIRST_AT_LEAST
    assert numbers / len(pairs) >= SAME_NUMBER_AT_LEAST


def test_nonsense_finds_nothing_in_any_shard(found: Found) -> None:
    assert {each["total"] for each in found(4, NONSENSE)} == {0}
