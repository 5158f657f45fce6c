"""Pages whose lines are the lines of print: joined to paragraphs before they are read, then told line by line again."""
