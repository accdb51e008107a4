"""A galley → finished files, in each format that is registered, by the tools that make them."""
