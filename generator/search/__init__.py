"""Search: the records that readers can find, and the words that find them."""
