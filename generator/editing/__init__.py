"""Commands that change content or compare it: new, rename, record, diff, schema."""
