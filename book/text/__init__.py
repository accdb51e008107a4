"""Text as people write it: characters, the house's Markdown, and what plain text says of itself."""
