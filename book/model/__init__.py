"""The nouns of the pipeline: frozen values without behaviour that touches files."""
