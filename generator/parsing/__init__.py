"""From YAML text to validated records, every mistake with its line."""
