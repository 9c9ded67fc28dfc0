"""What is published next to the pages: permalinks, feeds, tables, frames for other sites."""
