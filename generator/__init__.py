"""From YAML in ``content/`` to a published site. A room imports from lower floors only.

preview · proposing · build · site                 the recipes: a site, a site on every save
plugins                                            what MkDocs is asked to do otherwise
checking · landing · generating · searching        content checked; texts and index written
kept · indexing · publishing                       what stands, and what readers get
standing · beside · watching · git · folders · disk
                                                   files, git, a second processor: to the outside
---------------------------------------------------- pure below: values in, values out
output · proposal                                  a dossier as ``{path: text}``; two, compared
pages · pictures · permalinks · feeds · agenda · tables · schema · poster
                                                   which texts there are, and what each shows
tracing · memory · marks                           of what a text was made, and what that was like
telling · report                                   problems, to a reader, GitHub or a program
lexicon · shards · findable · finish               what is searched, what is mended after the build
statements · progress · deadlines · history · linking · text
                                                   records, words and values as readers meet them
scaffolding · renaming                             what a command changes in content
checks (laws) · recording · menu                   what is wrong, and what is to be recorded
reading · dossier · backlinks · published · facts  the loaded whole, and who points to whom
register · wording · validating · parsed · source · syntax
                                                   text to records, or to problems in Dutch
names · dutch · links · kamerstukken · pointers · places · edits · paging
                                                   what stands in a text, and where
model · scalars · days · fields · urls · page · problem · lookups · dictionary · steps
                                                   the vocabulary
"""
