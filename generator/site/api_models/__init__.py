"""The published models: every field of every answer, with a Dutch docstring for its readers.

Once published, a field is never removed or renamed: that takes a second version of the API.
"""
