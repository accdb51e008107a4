"""Text in any language of the book → text in the language of an edition."""

from book.language.script import convert_script
from book.model.block import Block, Content, ListItem, Paragraph, Verbatim
from book.model.inline import Inline, map_text
from book.model.language import Language
from book.model.localized import Localized
from book.readers.markdown import read_prose
from book.setting.galley import SetBlock


def localized(text: Localized | None, language: Language) -> str:
    """A localized text → the text in ``language``; Chinese written in one script is converted to the other."""
    if text is None:
        return ""
    written = text.written(language)
    if written is not None:
        return written
    other = text.written(language.other_script)
    return convert_script(other, language.other_script, language) if other is not None else text.any


def inlines_in(inlines: tuple[Inline, ...], source: Language, target: Language) -> tuple[Inline, ...]:
    """Inlines → the same in the script of ``target``."""
    return map_text(inlines, lambda text: convert_script(text, source, target))


def printed_version(block: Block, language: Language) -> Block:
    """The version of a block that an edition prints: of its two halves, that in the edition's language."""
    mirror = block.mirror
    if mirror is None or block.language.is_chinese == language.is_chinese:
        return block
    return mirror if mirror.language.is_chinese == language.is_chinese else block


def set_block(block: Block, language: Language) -> SetBlock:
    """A block → the same as the edition prints it; what has no translation keeps its own language."""
    version = printed_version(block, language)
    if version.language.is_chinese != language.is_chinese:
        return SetBlock(version.content, version.language)
    return SetBlock(_converted(version.content, version.language, language), language)


def set_prose(text: Localized, language: Language) -> tuple[SetBlock, ...]:
    """An editor's Markdown → blocks in the edition's language."""
    own = language if text.written(language) is not None else language.other_script
    written = text.written(own) or text.any
    contents = read_prose(written, own)
    return tuple(SetBlock(_converted(content, own, language), language) for content in contents)


def _converted(content: Content, source: Language, target: Language) -> Content:
    match content:
        case Paragraph(inlines):
            return Paragraph(inlines_in(inlines, source, target))
        case ListItem(inlines, ordinal, depth):
            return ListItem(inlines_in(inlines, source, target), ordinal, depth)
        case Verbatim():
            return content
