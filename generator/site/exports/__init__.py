"""What is published next to the pages: permalinks, feeds, calendar, tables, social card."""
