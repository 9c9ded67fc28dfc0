"""The lexicon: the words and names that lead to search records."""

from generator.dossier.dossier import Dossier
from generator.search import lexicon
from generator.search.records import SearchRecord, search_records
from generator.site.views.linker import Linker
from tests.conftest import TODAY

TREE = SearchRecord(
    "/bomen/#boom", "Begrip", "Boom", "Een hoge plant", names=("bomen en struiken",)
)


def test_forms_do_not_contain_the_keys_of_full_names() -> None:
    words = lexicon.lexicon([lexicon.words_of([TREE])], (), "WAT")

    assert "qxbomenenstruikenqx" in lexicon.keys_of(TREE)["title"]
    assert "bomen" in words["forms"]
    assert not [form for form in words["forms"] if form.startswith("q")]


def test_every_full_name_has_its_key_in_a_title(frozen: Dossier) -> None:
    items = list(search_records(Linker(frozen, TODAY)))
    found = lexicon.lexicon([lexicon.words_of(items)], (), "HRE")["names"]
    titles = {key for item in items for key in lexicon.keys_of(item)["title"]}

    assert len(found) > 100
    assert {f"qx{name}qx" for name in found} <= titles


def test_a_key_has_its_shards_unless_all_shards_have_it() -> None:
    other = SearchRecord("/struiken/", "Pagina", "Bomen, hagen")
    words = lexicon.lexicon([lexicon.words_of([each]) for each in (TREE, other)], (), "WAT")
    pieces = lexicon.split_by_letter(words)

    assert pieces["b"]["homes"] == {}
    assert pieces["h"]["homes"] == {"haag": [1], "hoog": [0]}
    assert words["names"]["bomenenstruiken"] == [0]
    assert words["shards"] == [1, 1]
