"""Functions on running text: dates, inline links, names, citations, differences."""
