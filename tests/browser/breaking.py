"""Something broken for each browser test to notice.

Each browser test runs a second time, once, on a site that is broken in what the test looks at: it
must then fail. The files of the site stay as they are; what is broken is changed on the way from
the server to the browser, so that one built site serves every test.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Route, expect

PATIENCE = 2_000
"""Milliseconds to wait for what never comes on a broken site."""


class Break(NamedTuple):
    """A change in the files whose name ends in ``file``."""

    file: str
    pattern: str
    replacement: str

    def apply(self, text: str) -> str:
        return re.sub(self.pattern, lambda _: self.replacement, text)

    @property
    def addresses(self) -> re.Pattern[str]:
        """The local addresses of these files; the address of a page may be that of its folder."""
        name = r"([^/?#]+\.html)?" if self.file == ".html" else rf"[^/?#]*{re.escape(self.file)}"
        return re.compile(rf"^http://127\.0\.0\.1:\d+/([^?#]*/)?{name}([?#].*)?$")


def style(rules: str) -> Break:
    return Break(".html", "</head>", f"<style>{rules}</style></head>")


def script(code: str) -> Break:
    return Break(".html", "</head>", f"<script>{code}</script></head>")


def without_script(name: str) -> Break:
    return Break(name, r"(?s)\A.*\Z", "")


def random_letters() -> str:
    """So many letters that no compression makes them light."""
    return Random(1).randbytes(200_000).hex()  # noqa: S311  (no secret)


INVISIBLE = style("main { display: none !important }")
WIDE = style("article p { min-width: 3000px !important }")
PALE = style("article p { color: #ccc !important; background: #ddd !important }")
PALE_DIALOG = style("dialog * { color: #ccc !important; background: #ddd !important }")
NO_ALT = Break(".html", "</article>", '<img src="data:,"></article>')
NO_FOCUS = style("*:focus, *:focus-visible { outline: none !important }")
FOREIGN = script('fetch("https://elsewhere.example/").catch(() => {})')
NO_CITING = without_script("citing.js")
NO_CLIPBOARD = Break("citing.js", r"navigator\.clipboard\.writeText\(text\)", "Promise.reject()")

BREAKS: dict[str, Break] = {
    "test_every_structure_of_page_is_accessible": PALE,
    "test_dark_pages_differ_from_light_ones_in_colour_alone": style(
        "@media (prefers-color-scheme: dark) { article p { display: none } }"
    ),
    "test_what_opens_is_accessible": PALE_DIALOG,
    "test_the_menu_is_for_the_keyboard_too": without_script("menu.js"),
    "test_the_keyboard_leads_from_the_address_bar_to_a_citation": NO_FOCUS,
    "test_enlarged_text_needs_no_scrolling_sideways": WIDE,
    "test_wide_spacing_cuts_nothing_off": style("article { white-space: nowrap }"),
    "test_nothing_is_cut_off_in_print": WIDE,
    "test_focus_is_seen_everywhere": NO_FOCUS,
    "test_pictures_remain_in_forced_colours": style("img, svg { visibility: hidden }"),
    "test_nothing_moves_for_who_wants_no_motion": style("* { transition: all 3s !important }"),
    "test_a_permalink_brings_you_to_the_statement": Break(".html", "data-forward", "data-nowhere"),
    "test_an_old_address_leads_on": NO_CITING,
    "test_an_old_address_answers_without_javascript": INVISIBLE,
    "test_without_javascript_the_address_is_there_as_text": Break(".html", "Vast adres", "Adres"),
    "test_a_number_that_never_was_is_told": NO_CITING,
    "test_an_anchor_that_never_was_ends_there_too": NO_CITING,
    "test_the_link_is_copied_and_that_is_said": NO_CLIPBOARD,
    "test_a_citation_is_copied_by_keyboard_alone": NO_CLIPBOARD,
    "test_every_format_is_offered": Break(".html", "RIS", "X"),
    "test_an_address_that_is_no_text_leaves_the_page_working": Break(
        "citing.js",
        r"try \{ (return decodeURIComponent.*?) \} catch \{.*?\}",
        "return decodeURI('%')",
    ),
    "test_a_filter_shows_these_rows_and_can_be_shared": Break(
        "register.js", r"location\.search", "''"
    ),
    "test_the_counts_are_those_of_what_would_be_shown": Break(
        "register.js", r"count \?\? 0", "count ?? 1"
    ),
    "test_words_are_found_whatever_their_accents": Break(
        "register.js", r"normalize\(.NFD.\)", "trim()"
    ),
    "test_rows_are_sorted_by_what_is_chosen": Break("register.js", "toSorted", "filter"),
    "test_the_download_holds_what_is_shown_and_no_more": Break(
        "register.js", r"matching\(\)\.map\(item => line", "rows.map(item => line"
    ),
    "test_without_script_all_rows_are_there": Break(".html", ">HRE-064</a>", "></a>"),
    "test_a_wrong_value_in_the_address_shows_nothing_and_says_so": Break(
        "register.js",
        r"item\.values\[facet\]\.has",
        "item.values.thema.size || item.values[facet].has",
    ),
    "test_a_long_register_is_filtered_whole": Break(
        "register.js", r"rows = \[\.\.\.first, \.\.\.further\.flat\(\)\]", "void 0"
    ),
    "test_the_counts_of_a_long_register_are_those_of_all": Break(
        "register.js", "pointerover", "pointerless"
    ),
    "test_what_is_shared_of_a_long_register_is_found": Break(
        "register.js", r"if \(isChosen\(\)\) load\(\)", ""
    ),
    "test_the_download_of_a_long_register_holds_what_is_shown": Break(
        "register.js", r"matching\(\)\.map\(item => line", "first.map(item => line"
    ),
    "test_a_page_that_does_not_come_is_told_and_asked_for_again": Break(
        "register.js", "loading = undefined", ""
    ),
    "test_without_script_the_pages_lead_through_all": Break(
        ".html", r'href="\.\./pagina-3/" rel="next"', 'href="../pagina-4/" rel="next"'
    ),
    "test_pages_of_a_long_list_are_accessible": style(
        "nav.pages a { color: #ccc !important; background: #ddd !important }"
    ),
    "test_the_way_to_other_pages_is_large_enough_and_shows_focus": NO_FOCUS,
    "test_the_questions_find_their_answers": Break(
        "finding.js", r"b\.score - a\.score", "a.score - b.score"
    ),
    "test_a_number_is_found_first": Break("finding.js", r"padStart\(3", "padStart(4"),
    "test_nothing_is_found_for_nonsense": Break(
        "finding.js", r"understood\.unknown\.push\(word\)", 'addWord("regio", understood)'
    ),
    "test_a_number_leads_to_its_statement": Break("search.js", r"location\.replace", "void"),
    "test_a_number_that_is_none_says_so": Break("search.js", "bestaat niet", "is er niet"),
    "test_a_typing_error_is_mended_and_told": Break("finding.js", "4: 1, 9: 2", "99: 1"),
    "test_a_filter_holds_what_is_shown_and_is_shared": Break(
        "finding.js", r"set\.has\(id\)", "true"
    ),
    "test_the_words_are_marked": Break("search.js", '"mark"', '"span"'),
    "test_results_are_reached_by_keyboard_and_announced": Break(
        "search.js", "ArrowUp: -1", "ArrowUp: 1"
    ),
    "test_the_first_result_is_there_within_a_tenth_of_a_second": Break(
        "finding.js",
        "const number = numbered",
        "await new Promise(done => setTimeout(done, 150)); const number = numbered",
    ),
    "test_the_same_is_found_in_one_shard_and_in_four": Break(
        "finding.js", r"result\.score \* scale", "result.score"
    ),
    "test_nonsense_finds_nothing_in_any_shard": Break("finding.js", "4: 1, 9: 2", "4: 9"),
    "test_without_script_the_contents_are_shown_the_way": Break(
        ".html", "(?i)inhoud van A tot Z", "inhoud"
    ),
    "test_nothing_is_asked_elsewhere_and_nothing_is_kept": script("localStorage.read = 1"),
    "test_a_first_page_is_light": Break("citing.js", r"\A", f"/*{random_letters()}*/"),
    "test_nothing_shifts": script("setTimeout(() => document.body.prepend('x'), 500)"),
    "test_an_editor_sees_what_is_saved_and_what_is_wrong": Break(
        ".html", "Wat u hier vindt", "Wat er stond"
    ),
    "test_a_template_that_is_wrong_is_told_too": Break(".html", 'role="alert"', ""),
    "test_what_is_not_there_has_the_page_for_that": INVISIBLE,
    "test_a_stakeholder_finds_a_theme_from_home": Break(".html", 'class="card', 'class="cart'),
    "test_a_liaison_links_to_one_sentence": Break(".html", 'id="HRE-091"', 'id="HRE-91"'),
    "test_searching_finds_the_theme": without_script("search.js"),
    "test_abbreviations_are_explained_where_they_stand": Break(".html", " title=", " data-t="),
    "test_nothing_is_asked_of_another_host": FOREIGN,
    "test_nothing_is_wrong_on_the_console": script("undefined.x"),
    "test_pages_fit_and_are_shown": WIDE,
    "test_without_javascript_all_is_there": INVISIBLE,
}
"""By the name of a browser test, something broken that it must notice."""


def name_of(item: pytest.Item) -> str:
    """The name of a test function, without its parameters."""
    return item.name.partition("[")[0]


def is_broken(item: pytest.Item) -> bool:
    """Whether this is the run of a test on a broken site."""
    return isinstance(item, pytest.Function) and bool(
        hasattr(item, "callspec") and item.callspec.params.get("broken")
    )


def one_broken_run_each(items: list[pytest.Item]) -> list[pytest.Item]:
    """The items without those that run a test on a broken site for the second time or later.

    One case of a test with parameters is enough to show that the test can fail.
    """
    first = {name_of(item): item for item in reversed(items) if is_broken(item)}
    return [item for item in items if not is_broken(item) or item is first[name_of(item)]]


@contextmanager
def breaking(browser: Browser, broken: Break) -> Iterator[None]:
    """Send the contexts of a browser what is broken, and let them not wait long."""
    changed: list[str] = []
    new_context = browser.new_context

    def answer(route: Route) -> None:
        response = route.fetch()
        text = response.text()
        sent = broken.apply(text)
        changed.extend([route.request.url] if sent != text else [])
        route.fulfill(response=response, body=sent)

    def new_broken_context(**options: Any) -> BrowserContext:  # noqa: ANN401
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.route(broken.addresses, answer)
        return context

    expect.set_options(timeout=PATIENCE)
    try:
        with patch.object(browser, "new_context", new_broken_context):
            yield
    finally:
        expect.set_options()
    assert changed, "nothing was broken"


@contextmanager
def expected_to_fail(name: str) -> Iterator[None]:
    """Fail unless the body does."""
    try:
        yield
    except (AssertionError, Error):
        return
    pytest.fail(f"{name} passes on a site that is broken in what it looks at")
