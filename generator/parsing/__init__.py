"""From YAML text to validated records; every mistake is reported with its line."""
