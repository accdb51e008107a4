"""Whatever pandoc complains of stops the build."""

import pytest

from book.publish.errors import ToolError
from book.publish.pandoc import as_json, to_epub, to_html
from book.writers import pandoc_tree as tree


def test_a_tree_of_another_version_is_a_tools_error() -> None:
    with pytest.raises(ToolError, match="pandoc"):
        to_html({**tree.document({}, []), "pandoc-api-version": [1, 21]})


def test_a_tree_that_is_none_is_a_tools_error() -> None:
    with pytest.raises(ToolError, match="status"):
        to_html(tree.document({}, [{"t": "Nonsense", "c": []}]))


def test_a_warning_is_a_tools_error() -> None:
    image = {"t": "Image", "c": [tree.attributes(), [], ["nowhere.png", ""]]}
    meta = {"title": tree.meta_text("題"), "lang": tree.meta_string("zh-Hant")}
    with pytest.raises(ToolError, match=r"nowhere\.png"):
        to_epub(as_json(tree.document(meta, [tree.paragraph([image])])), "", 0)
