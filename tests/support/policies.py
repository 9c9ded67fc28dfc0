"""Security policies and scripts, read from built pages by libraries that are not ours."""

import base64
import hashlib

from bs4 import BeautifulSoup, Tag


def directives(policy: str) -> dict[str, set[str]]:
    """The sources by directive, as CSP3 parses a policy."""
    parts = [part.split() for part in policy.split(";")]
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: set(sources) for name, *sources in parts}


def source(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def allowed(policy: str) -> set[str]:
    """The sources of inline scripts that a policy allows."""
    sources = directives(policy).get("script-src", ())
    return {each for each in sources if each.startswith("'sha256-")}


def policy_in(page: BeautifulSoup) -> str:
    """The policy of a page, which has to follow its encoding."""
    assert page.head
    charset, meta = page.head.find_all(limit=2)
    assert charset.get("charset") == "utf-8"
    assert str(meta["http-equiv"]) == "Content-Security-Policy"
    return str(meta["content"])


def scripts_in(page: BeautifulSoup) -> set[str]:
    """The sources of the scripts that run from within a page."""
    tags = page.find_all("script", src=False, type=False)
    return {source(tag.string or "") for tag in tags if isinstance(tag, Tag)}
