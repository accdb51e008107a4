"""The ends of paragraphs of Chinese, kept together on a page."""

import pytest

from book.writers import pandoc_tree as tree
from book.writers.endings import keep_endings
from book.writers.pandoc_tree import Node


def kept(*inlines: Node) -> str:
    """A paragraph → its words, with ``|`` where lines may not part."""

    def words(nodes: list[Node]) -> str:
        result = ""
        for node in nodes:
            if node["t"] == "Str":
                result += node["c"]
            elif node["t"] == "Space":
                result += " "
            elif node["t"] in ("Strong", "Superscript"):
                result += f"[{words(node['c'])}]"
            else:
                result += f"[{words(node['c'][1])}]"
        return result

    return words(keep_endings([tree.paragraph(list(inlines))])[0]["c"]).replace("\u2060", "|")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("贯穿了他的整个人生。", "贯穿了他的整个人|生|。"),
        ("贯穿了他的整个人生。”", "贯穿了他的整个人|生|。”"),
        ("贯穿了他的整个人生", "贯穿了他的整个人|生"),
        ("也要先有数据与GPU。", "也要先有数据与GPU。"),
        ("短短的一句。", "短短的一句。"),
        ("It ends in English.", "It ends in English."),
    ],
)
def test_the_last_two_characters_and_their_mark_stay_together(text: str, result: str) -> None:
    assert kept(*tree.words(text)) == result


def test_a_call_of_a_note_is_passed_over() -> None:
    call = [*tree.words("\u2060"), tree.superscript(tree.words("7"))]
    assert kept(*tree.words("贯穿了他的整个人生。"), *call) == "贯穿了他的整个人|生|。|[7]"


def test_the_end_may_stand_in_bold() -> None:
    assert kept(tree.strong(tree.words("贯穿了他的整个人生。"))) == "[贯穿了他的整个人|生|。]"


def test_only_paragraphs_are_looked_at() -> None:
    header = tree.header(1, tree.words("贯穿了他的整个人生。"), id="x")
    assert keep_endings([header]) == [header]
