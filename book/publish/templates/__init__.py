"""jinja2 templates of the furniture: everything that is not prose."""

from functools import lru_cache
from pathlib import Path

import jinja2

from book.writers.gaps import gapped

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["gapped"] = gapped
    return environment


def fill(template: str, **values: object) -> str:
    """A template and its values → text. Every value is escaped but for those marked as markup."""
    return _environment().get_template(template).render(values)
