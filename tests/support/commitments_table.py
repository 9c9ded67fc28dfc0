"""The table of commitments in a browser."""

from playwright.sync_api import Page


def numbers(page: Page) -> list[str]:
    """The commitment numbers of the visible rows."""
    return page.locator("table.register tbody .row-number").all_inner_texts()


def options(page: Page, name: str) -> dict[str, int]:
    """The options of a filter, each with its count."""
    texts = page.locator(f"#filter-{name} option").all_inner_texts()
    parts = (text.rstrip(")").rpartition(" (") for text in texts)
    return {label: int(count) for label, _, count in parts}
