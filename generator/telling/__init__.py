"""What is told to a person: faults as sentences with their place, findings, and how far a long work is."""
