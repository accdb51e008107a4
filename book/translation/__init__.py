"""Translations: what is to be translated, what has been, and whether a pair says the same."""
