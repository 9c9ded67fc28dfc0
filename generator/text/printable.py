"""The characters that can be printed, and what is printed instead of the others.

A standard for archived documents refuses a character that the font lacks, so there the code point
is printed: nothing is lost. The ranges are those of the font; a test holds them against it.
"""

import re

_RANGES = (
    r"\x20-\x7e\xa0-\xac\xae-\u017e\u0180\u018f\u0192\u0193\u01a0\u01a1\u01af\u01b0\u01c2"
    r"\u01cd-\u01dc\u01e2\u01e3\u01e6\u01e7\u01ea\u01eb\u01f4\u01f5\u01f8\u01f9\u01fc\u01fd"
    r"\u0218-\u021b\u0237\u0243\u0250-\u025c\u025e-\u0268\u026a\u026c-\u0276\u0278-\u027b"
    r"\u027d\u027e\u0280-\u0284\u0288-\u0292\u0294\u0295\u0298\u0299\u029c\u029d\u029f"
    r"\u02a1\u02a2\u02b0\u02b2\u02b3\u02b7-\u02b9\u02bb\u02bc\u02be\u02bf\u02c1\u02c6-\u02cc"
    r"\u02d0\u02d1\u02d8-\u02de\u02e0-\u02e3\u0300-\u030c\u030f\u0311-\u0313\u0318-\u0320"
    r"\u0323-\u032a\u032c\u032e-\u0331\u0334\u0339-\u033d\u0342\u0345\u0361\u0374\u0375\u037a"
    r"\u037e\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u03d0\u03d1\u03d5\u03d7\u03d9\u03db"
    r"\u03dd\u03e1\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490-\u0493\u0496-\u049b"
    r"\u04a0-\u04a3\u04aa\u04ab\u04ae-\u04b3\u04b6\u04b7\u04ba\u04bb\u04c0-\u04c2\u04cf-\u04d1"
    r"\u04d4-\u04d9\u04e2\u04e3\u04e6-\u04e9\u04ee\u04ef\u04f2\u04f3\u1d43\u1d47-\u1d49\u1d4d"
    r"\u1d4f\u1d50\u1d52\u1d56-\u1d58\u1d5b\u1d9c\u1da0\u1dbb\u1e06\u1e07\u1e0c-\u1e0f"
    r"\u1e16\u1e17\u1e20\u1e21\u1e24\u1e25\u1e2a\u1e2b\u1e32-\u1e3b\u1e3e-\u1e49\u1e52\u1e53"
    r"\u1e58-\u1e63\u1e6c-\u1e6f\u1e80-\u1e85\u1e8e\u1e8f\u1e92-\u1e97\u1e9e\u1ea0-\u1ef9"
    r"\u1f00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d"
    r"\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef"
    r"\u1ff2-\u1ff4\u1ff6-\u1ffe\u2007\u2012-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022"
    r"\u2026\u202f\u2030\u2032\u2033\u2035\u2039\u203a\u203c-\u203f\u2044\u2047-\u2049"
    r"\u2070\u2071\u2074-\u2079\u207d-\u2089\u208d\u208e\u2094\u20a1\u20a4\u20a6\u20a7\u20a9"
    r"\u20ab\u20ac\u20ae\u20b1\u20b2\u20b4\u20b5\u20b8-\u20ba\u20bd\u2113\u2116\u2117\u2120"
    r"\u2122\u2126\u212e\u2150-\u215e\u2189\u2190-\u2193\u2202\u2206\u220f\u2211\u2212\u2215"
    r"\u2219\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u231c-\u231f\u25a0\u25b2\u25b3"
    r"\u25b6\u25b7\u25bc\u25bd\u25c0\u25c1\u25c6\u25c9\u25ca\u25cc\u2610\u2611\u266a\u2713"
    r"\u2752\u27e6\u27e7\u2e22-\u2e25\u2e3a\u2e3b\ufb00-\ufb04\U0001f16a\U0001f16b"
)
"""The characters that both weights of the font have, but for those that nobody sees."""
_SPACES = str.maketrans("\n\t", "  ")
_LACKING = re.compile(f"[^{_RANGES}]")


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that the font lacks, each once; line ends and tabs are spaces."""
    return tuple(dict.fromkeys(_LACKING.findall(text.translate(_SPACES))))


def printable(text: str) -> str:
    """A text on one line, with the code point of each character that the font lacks."""
    return _LACKING.sub(_code_point, text.translate(_SPACES))


def _code_point(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
