"""How the numbers of the reading are found: from pages whose right reading is known, by `python -m generator fit`.

`lessons` holds such pages, `portions` parts them so that no article stands in two parts, `tables` counts
characters and finds subjects, `examples` and `models` fit the models that weigh evidence, `slopes`, `deriving` and
`learning` the weights of the search, `rightness` how probable it is that an item is right, `storing` writes it all
down with what fitted it. A build needs none of this, and no scikit-learn.
"""
