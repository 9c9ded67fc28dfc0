"""Each browser test can fail: it does so on a site that is broken in what it looks at.

How a test runs on a broken site is in breaking.py and conftest.py.
"""

import ast

import pytest

from tests.browser.breaking import BREAKS, expected_to_fail, is_broken, name_of
from tests.browser.conftest import FOLDER

WITHOUT_BREAK = {
    "test_a_browser_reads_no_element_in_hostile_content",  # reads files
    "test_axe_finds_mistakes",
    "test_the_validators_find_mistakes",
    "test_without_a_policy_what_gets_into_a_page_does_something",
    "test_the_html_is_valid",  # checks files; the test above shows that it can fail
    "test_every_test_has_a_break",
    "test_every_test_runs_on_a_broken_site",
    "test_a_test_that_passes_on_a_broken_site_is_reported",
    "test_an_error_in_a_test_is_not_taken_for_a_failure",
}
"""Tests of what is not served to a browser, and tests of tests."""


def names_of_tests() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("test_*.py"))
    functions = (each for tree in trees for each in tree.body if isinstance(each, ast.FunctionDef))
    return {each.name for each in functions if each.name.startswith("test_")}


def test_every_test_has_a_break() -> None:
    assert set(BREAKS) == names_of_tests() - WITHOUT_BREAK


def test_every_test_runs_on_a_broken_site(request: pytest.FixtureRequest) -> None:
    """Of the tests that were collected, each whose name has a break."""
    items = [item for item in request.session.items if item.path.is_relative_to(FOLDER)]
    names = {name_of(item) for item in items} & set(BREAKS)
    broken = [name_of(item) for item in items if is_broken(item)]

    assert sorted(broken) == sorted(names)


def test_a_test_that_passes_on_a_broken_site_is_reported() -> None:
    with (
        pytest.raises(pytest.fail.Exception, match="test_it passes on a site that is broken"),
        expected_to_fail("test_it"),
    ):
        pass


def test_an_error_in_a_test_is_not_taken_for_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), expected_to_fail("test_it"):
        raise ZeroDivisionError
