"""What an editor may set in files: the settings of mkdocs.yml, columns, themes, events and places."""
