"""What is known across pages: the items by region, column, theme, byline, practice, date and series."""
