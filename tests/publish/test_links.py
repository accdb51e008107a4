"""Links of a finished EPUB: each leads to one place, or the EPUB is not made."""

import pytest

from book.publish.errors import ToolError
from book.publish.links import check_links, faulty_links

HEAD = '<html xmlns="http://www.w3.org/1999/xhtml"><body>'


def page(body: str) -> bytes:
    return f"{HEAD}{body}</body></html>".encode()


FILES = {
    "EPUB/nav.xhtml": page('<a href="text/ch001.xhtml#a">1</a><a href="text/ch%20two.xhtml">2</a>'),
    "EPUB/text/ch001.xhtml": page(
        '<h1 id="a">A</h1><a href="#a">here</a><a href="ch%20two.xhtml#b">there</a>'
        '<a href="https://example.org/#none">out</a><a href="mailto:a@example.org">post</a><img src="../images/1.png"/>'
    ),
    "EPUB/text/ch two.xhtml": page('<p id="b">B</p>'),
    "EPUB/images/1.png": b"\x89PNG",
    "mimetype": b"application/epub+zip",
}


def test_links_to_what_is_there_are_sound() -> None:
    check_links(FILES)


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("#c", "'#c'"),
        ("ch003.xhtml", "'ch003.xhtml'"),
        ("ch%20two.xhtml#a", "'ch%20two.xhtml#a'"),
        ("../images/1.png#x", "'../images/1.png#x'"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(link: str, fault: str) -> None:
    files = FILES | {"EPUB/text/ch003x.xhtml": page(f'<a href="{link}">x</a>')}
    assert list(faulty_links(files)) == [f"EPUB/text/ch003x.xhtml: {fault}"]
    with pytest.raises(ToolError, match="lead nowhere"):
        check_links(files)


def test_an_id_that_is_there_twice_is_an_error() -> None:
    files = FILES | {"EPUB/text/ch two.xhtml": page('<p id="b">B</p><p id="b">B</p>')}
    assert list(faulty_links(files)) == ["EPUB/text/ch two.xhtml: the id 'b' is there 2 times"]


def test_of_many_faults_the_message_names_a_few() -> None:
    files = FILES | {"EPUB/text/ch003.xhtml": page("".join(f'<a href="#x{n}">x</a>' for n in range(9)))}
    with pytest.raises(ToolError, match=r"'#x4' and 4 more$"):
        check_links(files)
