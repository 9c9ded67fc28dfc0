"""The commands of the command line, one file each.

A command is imported only when it is used: a check of the content need not wait for MkDocs.
"""
