"""The printed forms that rules share: names, roles, leads, credits, signatures, numbered series."""
