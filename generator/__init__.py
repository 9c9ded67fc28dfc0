"""From YAML in ``content/`` to a published site. A room imports from lower floors only.

preview · build · git · disk                       files, git, MkDocs: the doors to the outside
---------------------------------------------------- pure below: values in, values out
output                                             a dossier as ``{path: text}``
pages · permalinks · feeds                         which texts there are, and what each shows
statements · history · linking · text              records, words and values as readers meet them
checks (laws) · recording                          what is wrong, and what is to be recorded
reading · dossier · published                      the loaded whole, and what of it can be cited
register · wording · validating · source           text to records, or to problems in Dutch
places · pointers · names · links · kamerstukken    where things stand, and what stands in a text
model · scalars · fields · urls · page · problem   the vocabulary
"""
