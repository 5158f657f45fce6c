"""Everything a reader sees: views of the archive, pages made of them, and the search index."""
