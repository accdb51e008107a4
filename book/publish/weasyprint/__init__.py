"""A page → a PDF by WeasyPrint, with two layers over it: its lines and its tags."""
