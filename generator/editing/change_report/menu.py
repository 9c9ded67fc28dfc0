"""What changed in the menu of the site, page by page."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.dossier import urls
from generator.editing.change_report.literal import code, name

Group = tuple[str, ...]
"""The titles above a page in the menu, from the top."""


@dataclass(frozen=True)
class Item:
    """A page in the menu."""

    page: str
    title: str
    group: Group


Menu = Mapping[str, Item]
"""The items in their order, by their page."""


def changes(before: Any, after: Any, new_names: Mapping[str, str]) -> Iterator[str]:  # noqa: ANN401
    """What differs between two values of ``nav``; a page with a new name is the same page."""
    earlier = {_new_page(each.page, new_names): each for each in _items(before)}
    menu = {each.page: each for each in _items(after)}
    new_groups = _new_groups(earlier, menu)
    for group, to in new_groups.items():
        if group[-1] != to[-1]:
            yield f"groep {name(group[-1])} heet nu {name(to[-1])}"
    regrouped = {
        page: replace(each, page=page, group=new_groups.get(each.group, each.group))
        for page, each in earlier.items()
    }
    yield from (f"erbij: {_described(each)}" for page, each in menu.items() if page not in earlier)
    yield from (f"weg: {_described(each)}" for page, each in earlier.items() if page not in menu)
    yield from _kept(regrouped, menu)


def _items(value: Any, titles: Group = ()) -> Iterator[Item]:  # noqa: ANN401  (what an editor wrote)
    """The pages in a value of ``nav``, in their order."""
    if isinstance(value, list):
        for each in value:
            yield from _items(each, titles)
    elif isinstance(value, dict):
        for title, each in value.items():
            yield from _items(each, (*titles, str(title)))
    elif isinstance(value, str):
        yield Item(value, titles[-1] if titles else value, titles[:-1])


def _new_page(page: str, new_names: Mapping[str, str]) -> str:
    folder, slash, file = page.rpartition("/")
    slug = file.removesuffix(".md")
    return f"{folder}{slash}{new_names.get(slug, slug)}.md" if file.endswith(".md") else page


def _new_groups(earlier: Menu, menu: Menu) -> dict[Group, Group]:
    """The groups that have another title: all pages that are left of them are in one new group."""
    before, after = ({each.group for each in items.values()} for items in (earlier, menu))
    found = {}
    for group in sorted(before - after):
        pages = (page for page, each in earlier.items() if each.group == group and page in menu)
        to = {menu[page].group for page in pages}
        if len(to) == 1 and group and (new := to.pop()) and new not in before:
            found[group] = new
    return found


def _described(item: Item) -> str:
    where = f" onder {name(item.group[-1])}" if item.group else ""
    return f"{name(item.title)} ({_address(item)}){where}"


def _address(item: Item) -> str:
    return code(urls.address(item.page))


# Pages that were in the menu already --------------------------------------------------------------


def _kept(earlier: Menu, menu: Menu) -> Iterator[str]:
    in_place = _in_place(earlier, menu)
    for page, now in menu.items():
        was = earlier.get(page)
        if not was:
            continue
        if was.title != now.title:
            yield f"{name(was.title)} heet nu {name(now.title)} ({_address(now)})"
        if was.group != now.group:
            yield f"{name(now.title)} ({_address(now)}) staat nu {_under(now)}, eerst {_under(was)}"
        elif page not in in_place:
            yield f"{name(now.title)} ({_address(now)}) staat op een andere plaats {_under(now)}"


def _under(item: Item) -> str:
    return f"onder {name(item.group[-1])}" if item.group else "bovenaan, in geen groep"


def _in_place(earlier: Menu, menu: Menu) -> set[str]:
    """The pages that stay in the same order, as many as possible; the others were moved."""
    before = [page for page, each in earlier.items() if _has_stayed(each, menu)]
    after = [page for page in menu if page in set(before)]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {page for block in blocks for page in before[block.a : block.a + block.size]}


def _has_stayed(item: Item, menu: Menu) -> bool:
    return item.page in menu and menu[item.page].group == item.group
