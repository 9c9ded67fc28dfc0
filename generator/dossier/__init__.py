"""The loaded content: records, register, backlinks and addresses."""
