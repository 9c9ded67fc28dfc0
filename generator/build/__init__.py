"""All input and output of a build: check, render, MkDocs, search index, publish, serve."""
