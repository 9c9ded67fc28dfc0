"""What is published beside the pages: permalinks, feeds, calendar, tables, social card."""
