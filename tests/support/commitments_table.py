"""The table of commitments in a browser."""

from playwright.sync_api import Page


def numbers(page: Page) -> list[str]:
    """The numbers of the rows that are shown."""
    return page.locator("table.register tbody th").all_inner_texts()


def options(page: Page, name: str) -> dict[str, int]:
    """The values to choose from, each with its count."""
    texts = page.locator(f"#filter-{name} option").all_inner_texts()
    parts = (text.rstrip(")").rpartition(" (") for text in texts)
    return {label: int(count) for label, _, count in parts}
