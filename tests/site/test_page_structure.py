"""The structure of a page does not depend on its words, and no structure is left out."""

from itertools import chain

import pytest

from tests.support.page_structure import (
    are_of_menus,
    features_of,
    pages_with_distinct_features,
    pages_with_every_feature,
)

PAGE = """<html lang="nl"><body><nav aria-label="Menu"><a href="../">Home</a></nav>
<main><h1>Title</h1><p class="lead" id="a">Words and <b>more</b> words.</p><h2>Part</h2>
<table><tr><td>1</td></tr><tr><td>2</td></tr></table><img src="a.png" alt="A">
</main></body></html>"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Words and", "Other words, and"),
        ('id="a"', 'id="another"'),
        ('href="../"', 'href="../elsewhere/"'),
        ("Menu", "Pages"),
        ('alt="A"', 'alt="Another"'),
        ("<td>2</td>", "<td>2,000,000</td>"),
        ("<tr><td>2</td></tr>", "<tr><td>2</td></tr><tr><td>3</td></tr>"),
    ],
)
def test_pages_that_differ_in_words_have_the_same_features(old: str, new: str) -> None:
    assert old in PAGE
    assert features_of(PAGE.replace(old, new)) == features_of(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<b>more</b>", "<i>more</i>"),
        ("<b>more</b>", "<a><b>more</b></a>"),
        ("<b>more</b>", "<b></b>"),
        ("<h2>Part</h2>", "<h3>Part</h3>"),
        ("<h2>Part</h2>", ""),
        ('class="lead"', 'class="lead new"'),
        ('id="a"', ""),
        ('id="a"', 'id="a" role="note"'),
        ('id="a"', 'id="a" tabindex="0"'),
        ('lang="nl"', 'lang="en"'),
        ('lang="nl"', ""),
        ('alt="A"', 'alt=""'),
        ('alt="A"', ""),
        ('href="../"', 'href="https://elsewhere.example/"'),
        ("<main>", '<main><nav aria-label="Menu"><a href="../">Home</a></nav>'),
        ("<tr><td>2</td></tr>", ""),
        ("<tr><td>2</td></tr>", "<tr><td>2</td></tr>" * 9),
    ],
)
def test_pages_that_differ_in_more_have_other_features(old: str, new: str) -> None:
    assert old in PAGE
    assert features_of(PAGE.replace(old, new)) != features_of(PAGE)


def test_a_page_of_a_new_kind_is_chosen() -> None:
    pages = {f"/{number}/": PAGE.replace("Words", str(number)) for number in range(20)}
    assert len(chosen(pages)) == 1

    pages["/more/"] = PAGE.replace("<p", "<blockquote>New</blockquote><p")
    pages["/less/"] = PAGE.replace("<h1>Title</h1>", "")
    assert {"/more/", "/less/"} < set(chosen(pages))


def test_no_feature_is_missing_from_the_chosen_pages() -> None:
    kinds = ["<b>b</b>", "<i>i</i>", "<b>b</b><i>i</i>", "<h2>2</h2><h4>4</h4>", "<u></u>"]
    pages = {f"/{kind}/": kind * 2 for kind in kinds}
    features = {address: features_of(text) for address, text in pages.items()}
    found = chosen(pages)

    assert len(found) < len(pages)
    assert set(chain(*(features[each] for each in found))) == set(chain(*features.values()))


def test_one_page_of_each_structure_is_distinct() -> None:
    texts = {"/a/": PAGE, "/b/": PAGE.replace("Words", "Other words"), "/c/": PAGE + "<p>More</p>"}
    pages = {address: features_of(text) for address, text in texts.items()}

    assert pages_with_distinct_features(pages) == ["/a/", "/c/"]


def chosen(pages: dict[str, str]) -> list[str]:
    features = {address: features_of(text) for address, text in pages.items()}
    return pages_with_every_feature(features, {key: len(text) for key, text in pages.items()})


def test_the_features_of_menus_are_told_from_others() -> None:
    page = PAGE.replace('<nav aria-label="Menu">', '<nav class="site-header">')
    menus = {each for each in features_of(page) if are_of_menus(each)}

    assert {("site-header" in str(feature), "a href" in str(feature)) for feature in menus} == {
        (True, False),
        (True, True),
    }
    assert not any(are_of_menus(each) for each in features_of(PAGE))
