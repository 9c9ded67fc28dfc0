"""Something broken for each browser test to notice.

Each browser test also runs on a site that is broken in what the test looks at, where it must fail.
The files of the site stay as they are: they are changed on the way from the server to the browser,
so that all tests share one built site.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Route, expect

from generator.site.security_policy import NAME

PATIENCE = 1_000
"""Milliseconds to wait for what never comes on a broken site."""

LOADING = 30_000
"""Milliseconds for a page to load, as on a whole site: a test must see what is broken."""

RETRIES = 3
"""How often a file is asked for again when the connection was reset."""

OF_POLICY = (NAME.lower(), "x-frame-options")
"""The headers that hold the security policy."""

POLICY = rf'<meta http-equiv="{NAME}"[^>]*>'
"""The tag with the security policy of a page."""


class Break(NamedTuple):
    """A change in the files whose name ends in ``file``."""

    file: str
    pattern: str
    replacement: str
    keeps_policy: bool = False
    """Whether the security policy still applies, which would refuse what most breaks need."""

    def apply(self, text: str) -> str:
        return re.sub(self.pattern, lambda _: self.replacement, text)

    def without_policy(self, text: str, headers: dict[str, str]) -> tuple[str, dict[str, str]]:
        """A page and its headers, without the policy unless it is to be kept."""
        if self.keeps_policy:
            return text, headers
        kept = {name: value for name, value in headers.items() if name not in OF_POLICY}
        return re.sub(POLICY, "", text), kept

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
NO_FOCUS = style("*:focus, *:focus-visible { outline: none !important }")
FOREIGN = script('fetch("https://elsewhere.example/").catch(() => {})')
NO_CITING = without_script("citing.js")
NO_CLIPBOARD = Break("citing.js", r"navigator\.clipboard\.writeText\(text\)", "Promise.reject()")

BREAKS: dict[str, Break] = {
    "test_names_of_the_language_are_words_like_any_other": Break(
        "search-index.js", r"Object\.create\(null\)", "{}"
    ),
    "test_long_words_are_broken": style("* { overflow-wrap: normal !important }"),
    "test_hostile_content_runs_and_loads_nothing": script("pwned()"),
    "test_every_page_structure_is_accessible": PALE,
    "test_a_page_of_medium_width_shows_nothing_new": style(
        "@media (width: 768px) { article p { color: #ccc } }"
    ),
    "test_dark_pages_differ_from_light_pages_only_in_colour": style(
        "@media (prefers-color-scheme: dark) { article p { display: none } }"
    ),
    "test_opened_menus_and_dialogs_are_accessible": PALE_DIALOG,
    "test_the_menu_works_with_the_keyboard": without_script("page.js"),
    "test_what_has_the_focus_is_seen": style(
        ".site-footer { position: fixed; inset: 0; z-index: 9 }"
    ),
    "test_a_page_takes_few_sheets": style("article p { break-after: page }"),
    "test_each_sheet_has_the_name_the_address_and_the_day": without_script("page.js"),
    "test_a_citation_is_reached_with_the_keyboard": NO_FOCUS,
    "test_enlarged_text_needs_no_horizontal_scrolling": WIDE,
    "test_wide_text_spacing_needs_no_horizontal_scrolling": style(
        "article { white-space: nowrap }"
    ),
    "test_print_cuts_nothing_off": WIDE,
    "test_focus_is_visible_on_every_element": NO_FOCUS,
    "test_images_are_visible_in_forced_colours": style("img, svg { visibility: hidden }"),
    "test_nothing_moves_with_reduced_motion": style("* { transition: all 3s !important }"),
    "test_a_permalink_leads_to_the_statement": Break(".html", "data-forward", "data-nowhere"),
    "test_an_old_address_redirects": NO_CITING,
    "test_an_old_address_explains_itself_without_javascript": INVISIBLE,
    "test_without_javascript_the_permalink_is_a_link": Break(".html", "en versies van", "van"),
    "test_an_unknown_number_is_reported": NO_CITING,
    "test_an_unknown_anchor_is_reported": NO_CITING,
    "test_copying_the_link_is_announced": NO_CLIPBOARD,
    "test_a_citation_is_copied_with_the_keyboard": NO_CLIPBOARD,
    "test_the_citing_dialog_can_be_closed_wherever_its_reader_is": style(
        ".citing-head { position: static !important }"
    ),
    "test_folded_steps_open_when_they_are_linked_to": Break("citing.js", "folded.open = true", ""),
    "test_every_format_is_offered": Break(".html", "RIS", "X"),
    "test_the_page_works_with_an_anchor_that_cannot_be_decoded": Break(
        "citing.js",
        r"try \{ (return decodeURIComponent.*?) \} catch \{.*?\}",
        "return decodeURI('%')",
    ),
    "test_the_first_visit_says_nothing_and_is_remembered": Break(
        "since.js", "before \\|\\|", "true ||"
    ),
    "test_the_next_visit_tells_what_is_new": Break(
        "since.js", r"!changes\.includes", "changes.includes"
    ),
    "test_a_list_tells_only_of_its_own_changes": Break("since.js", r"!list \|\|", "true ||"),
    "test_a_reload_or_another_tab_is_no_new_visit": Break("since.js", "< PAUSE", "< 0"),
    "test_a_clock_that_is_wrong_does_no_harm": Break(
        "since.js", r"Math\.abs\(now - at\) < PAUSE", "now < at + PAUSE"
    ),
    "test_many_changes_are_counted_and_not_listed": Break("since.js", "MOST = 20", "MOST = 2000"),
    "test_more_changes_than_the_file_has_are_counted": Break(
        "since.js", r"fresh\.length < all", "false"
    ),
    "test_one_click_turns_it_off_and_another_on": Break("since.js", "keep\\(OFF\\)", "0"),
    "test_the_page_with_all_changes_turns_it_on_again": Break(
        "since.js", r"\|\| explains !== undefined", ""
    ),
    "test_a_page_works_whatever_the_browser_keeps": Break(
        "since.js", r"\} catch \{ return \{\} \}", "} finally { }"
    ),
    "test_a_browser_that_keeps_nothing_has_no_box": Break(
        "since.js", r"try \{ begin\(\) \} catch \{.*?\}", "begin()"
    ),
    "test_without_the_file_nothing_untrue_is_said": Break(
        "since.js", r"if \(!isSeen\(now\)\) throw[^\n]*", ""
    ),
    "test_nothing_about_the_reader_is_sent": Break(
        "since.js", r"await fetch\(file,", "await fetch(`${file}?${localStorage.bezoek}`,"
    ),
    "test_the_box_of_a_returning_reader_shifts_nothing": Break(
        "since.js", r"script\.before\(box\)", "setTimeout(() => script.before(box), 500)"
    ),
    "test_the_box_is_accessible": style(".since * { color: #ccc !important; background: #ddd }"),
    "test_the_box_is_not_printed": style(".since { display: block !important }"),
    "test_another_site_shows_a_statement": INVISIBLE,
    "test_another_site_shows_no_other_page": Break(".html", "<h1", "<h1 id='x'"),
    "test_a_frame_shifts_nothing_on_the_page_around_it": Break(
        ".html", r' height="280"', ' onload="setTimeout(() => { this.height = 500 }, 300)"'
    ),
    "test_a_statement_in_a_frame_is_accessible": style("p { color: #ccc !important }"),
    "test_a_statement_in_a_frame_needs_no_script": INVISIBLE,
    "test_the_code_is_copied": NO_CLIPBOARD,
    "test_a_filter_selects_rows_and_can_be_shared": Break(
        "register-rows.js", r"location\.search", "''"
    ),
    "test_each_option_counts_the_rows_it_would_show": Break(
        "register.js", r"count \?\? 0", "count ?? 1"
    ),
    "test_words_are_found_with_or_without_accents": Break(
        "register-rows.js", r"normalize\(.NFD.\)", "trim()"
    ),
    "test_rows_are_sorted_by_the_chosen_column": Break("register-rows.js", "toSorted", "filter"),
    "test_heads_sort_by_click_and_by_keyboard": Break(
        "register-rows.js", "-current.direction", "current.direction"
    ),
    "test_rows_without_a_fact_come_last_in_both_directions": Break(
        "register-rows.js", r"!a\.keys\[name\] - !b\.keys\[name\]", "0"
    ),
    "test_addresses_with_former_names_of_statuses_still_work": Break(
        "register-rows.js", "niet-vastgesteld|geen-voortgang-bekend", "x"
    ),
    "test_a_choice_without_rows_says_so_and_can_be_undone": Break(
        "register.js", "table.hidden = ", ""
    ),
    "test_the_caption_and_the_download_say_which_rows_are_shown": Break(
        "register.js", r"table\.caption\.textContent =", "void"
    ),
    "test_on_a_phone_the_first_row_is_on_the_first_screen": Break(
        "register.js", "open: matchMedia[^ ]* [^ ]*", "open: true"
    ),
    "test_no_word_of_the_table_is_broken": style(
        ".md-typeset table.register * { word-break: break-all !important }"
    ),
    "test_the_download_has_the_filtered_rows": Break(
        "register.js", r"matching\(\)\.map\(item => line", "rows.map(item => line"
    ),
    "test_without_javascript_all_rows_are_shown": Break(".html", ">HRE-064</span>", "></span>"),
    "test_an_unknown_filter_value_in_the_address_shows_no_rows": Break(
        "register-rows.js",
        r"item\.values\[facet\]\.has",
        "item.values.thema.size || item.values[facet].has",
    ),
    "test_facts_are_filtered_by_theme_status_and_year": Break(
        "facts.js", r"each\.hidden = !wanted", "each.title = !wanted"
    ),
    "test_a_choice_without_facts_says_so": Break("facts.js", "Geen feiten", "Alle feiten"),
    "test_a_link_to_a_fact_shows_it_whatever_is_chosen": Break("facts.js", r"\nshowTarget\(\)", ""),
    "test_without_javascript_all_facts_are_shown": Break(
        ".html", 'class="statement-facts"', 'class="statement-facts" hidden'
    ),
    "test_a_filter_applies_to_all_pages_of_a_long_register": Break(
        "register-rows.js", r"rows = \[\.\.\.first, \.\.\.further\.flat\(\)\]", "void 0"
    ),
    "test_the_counts_of_a_long_register_are_of_all_pages": Break(
        "register.js", "pointerover", "pointerless"
    ),
    "test_a_shared_filter_of_a_long_register_is_applied": Break(
        "register.js", r"if \(isChosen\(\)\) load\(\)", ""
    ),
    "test_the_download_of_a_long_register_has_the_filtered_rows": Break(
        "register.js", r"matching\(\)\.map\(item => line", "first.map(item => line"
    ),
    "test_a_page_that_fails_to_load_is_reported_and_requested_again": Break(
        "register.js", "loading = undefined", ""
    ),
    "test_without_javascript_the_page_links_lead_through_all_rows": Break(
        ".html", r'pagina-3/" rel="next"', 'pagina-4/" rel="next"'
    ),
    "test_pages_of_a_long_list_are_accessible": style(
        "nav.pages a { color: #ccc !important; background: #ddd !important }"
    ),
    "test_page_links_are_large_enough_and_show_focus": NO_FOCUS,
    "test_pages_of_each_kind_need_nothing_that_the_policy_refuses": Break(
        ".html", "</head>", "<style>p { color: red }</style></head>", keeps_policy=True
    ),
    "test_data_for_programs_is_no_script_that_the_policy_refuses": Break(
        ".html", r"application/ld\+json", "text/javascript", keeps_policy=True
    ),
    "test_what_gets_into_a_page_does_nothing": Break(".html", POLICY, ""),
    "test_questions_find_their_answers": Break(
        "finding.js", r"b\.score - a\.score", "a.score - b.score"
    ),
    "test_a_number_is_found_first": Break("finding.js", r"numbers\.unshift", "numbers.push"),
    "test_nonsense_has_no_results": Break(
        "question.js", r"found\.unknown\.push\(word\)", 'this.addWord("regio", found)'
    ),
    "test_a_number_leads_to_its_statement": Break("search.js", r"location\.replace", "void"),
    "test_an_unknown_number_has_a_message": Break("search.js", "bestaat niet", "is er niet"),
    "test_a_typing_error_is_corrected_and_reported": Break("question.js", "4: 1, 9: 2", "99: 1"),
    "test_filtered_results_can_be_shared": Break("finding.js", r"sets\.every\(.*\)", "true"),
    "test_found_words_are_highlighted": Break("search.js", '"mark"', '"span"'),
    "test_results_are_reached_by_keyboard_and_announced": Break(
        "search.js", "ArrowUp: -1", "ArrowUp: 1"
    ),
    "test_the_first_result_takes_less_than_a_tenth_of_a_second": Break(
        "finding.js",
        r"  const number = numbered",
        "  await new Promise(done => setTimeout(done, 150)); const number = numbered",
    ),
    "test_a_failed_request_does_not_spoil_the_next_question": Break(
        "search-index.js",
        r"loading\.catch\(\(\) => this\.#files\.delete\(name\)\)",
        "loading.catch(() => 0)",
    ),
    "test_without_an_index_the_page_says_so_and_tries_again": Break(
        "search.js", r"stopWaiting\(\); fail\(\)", "stopWaiting()"
    ),
    "test_while_the_index_is_slow_no_old_result_is_shown": Break(
        "search.js", r"clearResults\(\); say\(.Bezig", "say('Bezig"
    ),
    "test_what_could_not_be_loaded_is_counted": Break("search.js", r"if \(lost\)", "if (false)"),
    "test_filters_that_leave_nothing_can_be_cleared": Break(
        "search.js", "met deze filters", "met andere filters"
    ),
    "test_every_result_is_within_reach": Break(
        "search.js", r"next \+ STEP", "Math.min(next + STEP, 20)"
    ),
    "test_every_result_says_why_it_was_found": Break(
        "search.js", r"\.\.\.reason\(record, understood\)", ""
    ),
    "test_loading_leaves_the_focus_alone": Break(
        "search.js", "const all = await counts", "page.input.focus(); const all = await counts"
    ),
    "test_enter_waits_for_the_index": Break(
        "search.js",
        r"const found = await ask\(\)\n  if \(found",
        "const found = outcome\n  if (found",
    ),
    "test_a_key_goes_to_the_search_field": Break("page.js", '"/"', '"]"'),
    "test_a_key_opens_the_search_page_on_a_small_screen": Break(
        "page.js", r"\.search-link", ".no-link"
    ),
    "test_a_strange_question_is_a_question": Break(
        "search.js", r"\(\) => found\.question \?", "found.question ?"
    ),
    "test_the_first_result_is_in_sight_and_near_on_a_phone": Break(
        "search.js", "const open = FACETS", "const open = true || FACETS"
    ),
    "test_a_filter_alone_is_a_way_to_browse": Break("finding.js", r": everything\(index\)", ": []"),
    "test_words_in_quotes_stand_together_and_a_minus_leaves_out": Break(
        "question.js", r"found\.quoted\.push\(words\.trim\(\)\)", "0"
    ),
    "test_a_filter_value_that_does_not_exist_is_kept": Break(
        "search.js", r"if \(chosen\[name\]\) select", "if (false) select"
    ),
    "test_each_filter_counts_its_results": Break(
        "finding.js", r"numbers\.filter\(at => set\.has\(at\)\)\.length", "set.size + 1"
    ),
    "test_a_reader_can_go_offline_and_come_back": Break(
        "search-index.js", r"this\.#files\.delete\(name\)", "0"
    ),
    "test_a_dutch_word_is_not_taken_for_a_typing_error": Break(
        "question.js", r"isDutch \|\| this\.literally", "this.literally"
    ),
    "test_what_means_the_same_finds_the_same": Break(
        "question.js", r"if \(!goals\) continue", "continue"
    ),
    "test_a_year_is_a_word_like_any_other": Break(
        "finding.js", r"if \(askedNumber\(index, question\)\)", "if (Number(question))"
    ),
    "test_an_english_reader_is_told_that_the_site_is_in_dutch": Break(
        "search.js", "isEnglish", "isFrench"
    ),
    "test_the_outcome_is_spoken_once": Break("search.js", "QUIET = 700", "QUIET = 0"),
    "test_without_javascript_search_links_to_the_index": Break(
        ".html", "(?i)inhoud van A tot Z", "inhoud"
    ),
    "test_search_uses_no_other_host_and_stores_nothing": script("localStorage.read = 1"),
    "test_a_first_page_has_few_bytes": Break("citing.js", r"\A", f"/*{random_letters()}*/"),
    "test_the_layout_does_not_shift": script("setTimeout(() => document.body.prepend('x'), 500)"),
    "test_the_preview_shows_saved_edits_and_problems": Break(
        ".html", "Wat hier nu staat", "Wat er stond"
    ),
    "test_the_preview_shows_an_error_in_a_template": Break(".html", 'role="alert"', ""),
    "test_the_preview_has_a_page_for_unknown_addresses": INVISIBLE,
    "test_a_theme_is_reached_from_the_home_page": Break(".html", 'class="card', 'class="cart'),
    "test_a_reader_links_to_one_sentence": Break(".html", 'id="HRE-091"', 'id="HRE-91"'),
    "test_searching_finds_the_theme": without_script("search.js"),
    "test_abbreviations_have_an_explanation": Break(".html", " title=", " data-t="),
    "test_pages_use_no_other_host": FOREIGN,
    "test_the_console_has_no_errors": script("undefined.x"),
    "test_pages_need_no_horizontal_scrolling": WIDE,
    "test_without_javascript_statements_are_shown": INVISIBLE,
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
    """Send the contexts of a browser what is broken."""
    changed: list[str] = []

    def answer(route: Route) -> None:
        try:
            response = route.fetch(max_retries=RETRIES)
        except Error:
            return  # the test ended while the browser still asked for files
        text = response.text()
        sent = broken.apply(text)
        changed.extend([route.request.url] if sent != text else [])
        body, headers = broken.without_policy(sent, response.headers)
        route.fulfill(response=response, body=body, headers=headers)

    with each_new_context(browser, lambda context: context.route(broken.addresses, answer)):
        yield
    assert changed, "nothing was broken"


@contextmanager
def impatient(browser: Browser) -> Iterator[None]:
    """Let the contexts of a browser not wait long, except for a page to load."""

    def hurry(context: BrowserContext) -> None:
        context.set_default_timeout(PATIENCE)
        context.set_default_navigation_timeout(LOADING)

    for context in browser.contexts:
        hurry(context)
    expect.set_options(timeout=PATIENCE)
    try:
        with each_new_context(browser, hurry):
            yield
    finally:
        expect.set_options()


@contextmanager
def each_new_context(
    browser: Browser, prepare: Callable[[BrowserContext], object]
) -> Iterator[None]:
    """Prepare each context that a browser makes."""
    new_context = browser.new_context

    def new_prepared_context(**options: Any) -> BrowserContext:  # noqa: ANN401
        context = new_context(**options)
        prepare(context)
        return context

    with patch.object(browser, "new_context", new_prepared_context):
        yield


@contextmanager
def expected_to_fail(name: str) -> Iterator[None]:
    """Fail unless the body does."""
    try:
        yield
    except (AssertionError, Error):
        return
    pytest.fail(f"{name} passes on a site that is broken in what it looks at")
