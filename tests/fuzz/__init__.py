"""Archives made at random, read, made and built: nothing may crash, hang or be lost: `python -m tests.fuzz --cases N`."""
