"""From YAML in ``content/`` to a published site. A room imports from lower floors only.

preview · proposing · build · site · standing · indexing · git · disk
                                                   files, git, MkDocs, Pagefind: to the outside
---------------------------------------------------- pure below: values in, values out
output · proposal                                  a dossier as ``{path: text}``; two, compared
pages · pictures · permalinks · feeds · agenda · tables · schema
                                                   which texts there are, and what each shows
telling                                            problems, to a reader, GitHub or a program
lexicon · shards · findable · finish · poster      what is searched, mended after the build, shared
statements · progress · deadlines · history · linking · text
                                                   records, words and values as readers meet them
scaffolding · renaming                             what a command changes in content
checks (laws) · recording · menu                   what is wrong, and what is to be recorded
reading · dossier · backlinks · published          the loaded whole, and who points to whom
register · wording · validating · source · syntax  text to records, or to problems in Dutch
names · dutch · links · kamerstukken · pointers · places · edits
                                                   what stands in a text, and where
model · scalars · days · fields · urls · page · problem · memory   the vocabulary
"""
