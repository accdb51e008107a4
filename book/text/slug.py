"""Words → a slug, by which a section without number or time is cited."""

import re
import unicodedata


def slug(text: str) -> str:
    """``天授與 tuixue.online:做慈善`` → ``天授與-tuixue-online-做慈善``; letters and digits of any script stay."""
    words = re.sub(r"[^\w]+|_+", "-", unicodedata.normalize("NFKC", text).lower())
    return words.strip("-")
