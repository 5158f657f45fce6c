"""What `banmian` can do; each command is text in, an exit code out."""
