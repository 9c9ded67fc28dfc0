"""From YAML in ``content/`` to a published site. A room imports from lower floors only.

preview · build · git · disk                       files, git, MkDocs: the doors to the outside
---------------------------------------------------- pure below: values in, values out
output                                             a dossier as ``{path: text}``
pages · permalinks · feeds · agenda · tables · schema
                                                   which texts there are, and what each shows
telling                                            problems, to a reader, GitHub or a program
statements · progress · deadlines · history · linking · text
                                                   records, words and values as readers meet them
checks (laws) · recording · menu                   what is wrong, and what is to be recorded
reading · dossier · backlinks · published          the loaded whole, and who points to whom
register · wording · validating · source · syntax  text to records, or to problems in Dutch
names · links · kamerstukken · pointers · places   what stands in a text, and where
model · scalars · days · fields · urls · page · problem   the vocabulary
"""
