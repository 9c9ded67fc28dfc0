"""The commands of the door, a file each.

Each is loaded when it is asked for: who only has the content checked need not wait for MkDocs.
"""
