"""The text of a source → the same as an edition prints it, with every change accounted for.

Corrections, punctuation, terms and script, in this order; each change says its cause and can be undone.
"""
