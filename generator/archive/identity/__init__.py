"""What an item is, apart from where it stands: its id, and the addresses that have ever led to it.

An id is made once, from the page's id and the words of the item, and is kept by what the item says: a sketch of
its words is recorded when it is published, and the item that still says most of them keeps the id, wherever it
stands by then. What no item can keep leads on to what became of it.
"""
