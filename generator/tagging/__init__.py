"""What an item is about: places, themes, practices and the date, each with its evidence."""
