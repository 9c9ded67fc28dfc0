"""How programs find the site, and learn what is on it and who makes it."""
