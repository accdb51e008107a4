"""Manuscript × edition → galley: one language, one script, every label and note set, no markup."""
