"""Files to a published site: written, built by MkDocs, swapped in, shown, packed."""
