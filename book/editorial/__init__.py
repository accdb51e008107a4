"""Specs and sources → the manuscript: every language, no layout, every passage knowing its origin."""
