"""Everything a build writes for machines: rows, tables, citations, feeds, and what describes them."""
