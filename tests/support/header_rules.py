"""What hosts make of the rules in ``_headers``, as their documentation says."""

import re
from collections.abc import Iterator


def _covering(rules: str, address: str) -> Iterator[list[str]]:
    """The lines of each rule for an address, without the white space around them."""
    for rule in re.split(r"^(?=/)", rules, flags=re.MULTILINE):
        pattern, *lines = rule.splitlines() or [""]
        if pattern and re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address):
            yield [line.strip() for line in lines]


def headers_of(rules: str, address: str) -> dict[str, str]:
    """The headers that Cloudflare Pages gives an answer.

    Those of all rules, with a comma between values of one name; ``! NAME`` takes away earlier ones.
    """
    found: dict[str, str] = {}
    for line in (line for lines in _covering(rules, address) for line in lines):
        if line.startswith("! "):
            found.pop(line.removeprefix("! "), None)
        else:
            name, value = line.split(": ", 1)
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def headers_of_last_rule(rules: str, address: str) -> dict[str, str]:
    """The headers that Netlify gives an answer: one value a name, and no line without a colon."""
    lines = (line for lines in _covering(rules, address) for line in lines)
    return dict(line.split(": ", 1) for line in lines if ":" in line)
