"""The commands and options."""

import argparse
from pathlib import Path

import book
from book.publish.formats import FORMATS

_EPILOG = "exit status: 0 fine, 1 the book's files are wrong, 2 the call or a tool is wrong"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Turns documents about interviews into a cited book, as EPUB and PDF.",
        epilog=f"Without a command: build. {_EPILOG}.",
    )
    top.add_argument("--version", action="version", version=f"yulu {book.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    build = _command(commands, "build", "build every edition in every format into dist/")
    build.add_argument("--out", type=Path, metavar="DIR", help="the folder for what is built (PROJECT/dist)")
    build.add_argument(
        "--edition", action="extend", nargs="+", metavar="ID", help="only these editions, such as zh-Hans"
    )
    build.add_argument("--format", action="extend", nargs="+", choices=tuple(FORMATS), help="only this format")
    build.add_argument(
        "--chapter", action="extend", nargs="+", metavar="SLUG", help="only these chapters, such as 04-tools-as-charity"
    )
    build.add_argument("--intermediates", type=Path, metavar="DIR", help="keep what the tools of each format are given")
    build.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="render N slow files, such as PDFs, at a time (as many as there are processors)",
    )
    build.add_argument("--json", action="store_true", help="print what was built as JSON")

    check = _command(commands, "check", "report every mistake in the book's files, build nothing")
    check.add_argument("--json", action="store_true", help="print the diagnostics as JSON")
    check.add_argument("--strict", action="store_true", help="take warnings for errors")

    sources = _command(commands, "sources", "list what can be cited: address, time, heading, kind, lines, use")
    sources.add_argument("source", nargs="?", metavar="SOURCE", help="only this source")
    sources.add_argument("--json", action="store_true", help="print the list as JSON")

    changes = _command(commands, "changes", "show every difference between the sources and each edition, by cause")
    changes.add_argument("source", nargs="?", metavar="SOURCE", help="only this source")
    changes.add_argument("--edition", action="extend", nargs="+", metavar="ID", help="only these editions")
    changes.add_argument("--json", action="store_true", help="print them as JSON")

    terms = _command(commands, "terms", "list the names and terms of the book")
    terms.add_argument("--export", action="store_true", help="write them as TBX and CSV for translators' tools")
    terms.add_argument("--out", type=Path, metavar="DIR", help="the folder for what is written (PROJECT/dist)")

    translate = _command(commands, "translate", "bring the catalogues of translations up to date, and count them")
    translate.add_argument(
        "--reviewed", action="extend", nargs="+", metavar="SOURCE[#ADDRESS]", default=[],
        help="sign the translations of a source or section as compared with the original",
    )  # fmt: skip
    translate.add_argument("--json", action="store_true", help="print the counts as JSON")

    release = _command(commands, "release", "build, and put the files with their checksums into dist/release/")
    release.add_argument("version", metavar="VERSION", help="the version to release; it must be the program's own")
    release.add_argument("--out", type=Path, metavar="DIR", help="the folder for what is built (PROJECT/dist)")
    return top


def _count(text: str) -> int:
    """A number of at least one."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".", epilog=_EPILOG + ".")
    command.add_argument("--project", type=Path, metavar="DIR", help="the book project (this folder)")
    command.add_argument("--quiet", action="store_true", help="say nothing but what is wrong")
    return command
