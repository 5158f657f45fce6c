"""Makes a province's gazetteer file from public lists; run by a person, never by a build.

`python -m generator.vocabulary.deriving --province 15` writes site_config/regions/150000.json.
"""
