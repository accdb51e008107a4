"""``SOURCE#SECTION`` → an address, and back."""

import pytest

from book.model.address import Address


@pytest.mark.parametrize(
    ("text", "source", "section"),
    [
        ("summary#41:08", "summary", "41:08"),
        (" summary # 41:08 ", "summary", "41:08"),
        ("notes#天授與 tuixue.online:做慈善", "notes", "天授與 tuixue.online:做慈善"),
        ("notes#C# in a heading", "notes", "C# in a heading"),
    ],
)
def test_an_address_has_a_source_and_a_section(text: str, source: str, section: str) -> None:
    assert Address.parse(text) == Address(source, section)


@pytest.mark.parametrize("text", ["summary", "summary#", "#41:08", "#", "", " # "])
def test_an_address_without_either_part_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="is not a valid address"):
        Address.parse(text)


def test_an_address_is_written_as_it_is_read() -> None:
    assert str(Address("summary", "41:08")) == "summary#41:08"
    assert Address.parse(str(Address("notes", "C# 入门"))) == Address("notes", "C# 入门")
