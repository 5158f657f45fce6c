"""For the person who mends: sidecars, checks, explanations, a new page, what differs between two builds."""
