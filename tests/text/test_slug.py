"""Words → the slug that an address is made of."""

import pytest

from book.text.slug import slug


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("天授與 tuixue.online:做慈善", "天授與-tuixue-online-做慈善"),
        ("  A_b — C!  ", "a-b-c"),
        ("ＡＩ", "ai"),
        ("…", ""),
    ],
)
def test_a_slug_has_letters_and_digits_of_any_script(words: str, expected: str) -> None:
    assert slug(words) == expected
