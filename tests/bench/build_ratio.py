"""What the pipeline costs over its tools: a full build beside bare pandoc and bare WeasyPrint.

Both do the same editions in the same run, in turns: ``build.py build`` from the sources, and one bare
process that gives the finished intermediate files to WeasyPrint as they stand, with pandoc's runs. Printed
are the medians of wall time and of the resident memory of all processes together, and their ratios, for one
PDF at a time, as the bare process makes them, and for as many as there are processors.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = 1.3

BARE = r"""
import subprocess, sys
from pathlib import Path
import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

pandoc, styles, intermediates, out, tags, *fonts = sys.argv[1:]
files = {Path(font).name: Path(font) for font in fonts}

class Fetcher(URLFetcher):
    def fetch(self, url, headers=None):
        scheme, _, name = url.partition(":")
        if scheme == "style":
            return URLFetcherResponse(url, (Path(styles) / name).read_bytes(), {"Content-Type": "text/css"})
        return URLFetcherResponse(url, files[name].read_bytes(), {"Content-Type": "font/otf"})

for tree in sorted(Path(intermediates).glob("*.json")):
    target = Path(out) / tree.stem
    command = [pandoc, "--from=json", "--wrap=none", str(tree)]
    subprocess.run([*command, "--to=epub3", "--toc", "--split-level=1", f"--output={target}.epub"], check=True)
    subprocess.run([*command, "--to=html5", "--section-divs", f"--output={target}.html"], check=True)
    page = tree.with_suffix(".html").read_text(encoding="utf-8")
    html = weasyprint.HTML(string=page, base_url="book:", url_fetcher=Fetcher())
    html.write_pdf(f"{target}.pdf", **({"pdf_tags": True} if tags == "tags" else {}))
"""


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    mebibytes: float


def run(command: list[str], environment: dict[str, str]) -> Cost:
    """A command → its wall time, and the most memory that it and its descendants held at once, looked at often."""
    begun = time.monotonic()
    most = 0.0
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, resident(process.pid))
            time.sleep(0.05)
    seconds = time.monotonic() - begun
    if process.returncode:
        sys.exit(f"{' '.join(command[:4])} … ended with status {process.returncode}")
    return Cost(seconds, most)


def resident(root: int) -> float:
    """The resident memory of a process and its descendants now, in MiB, from /proc."""
    parents: dict[int, int] = {}
    pages: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        parents[int(folder.name)], pages[int(folder.name)] = int(fields[1]), int(fields[21])
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(pages.get(process, 0) for process in family) * os.sysconf("SC_PAGE_SIZE") / 2**20


def full(out: Path, intermediates: Path, environment: dict[str, str], jobs: list[str]) -> Cost:
    """A build of everything into an empty folder."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "--project", str(ROOT), "--quiet", *jobs]
    return run([*command, "--out", str(out), "--intermediates", str(intermediates)], environment)


def bare(intermediates: Path, out: Path, environment: dict[str, str], *, tags: bool) -> Cost:
    """The tools alone, on finished intermediate files."""
    from book.languages import languages, profile
    from book.publish import pdf
    from book.publish.font_files import find_fonts
    from book.publish.pandoc import pandoc_path

    styles = out / "styles"
    shutil.copytree(Path(pdf.__file__).parent / "styles", styles, dirs_exist_ok=True)
    for language in languages():
        (styles / language).write_text(profile(language).page_style, encoding="utf-8")
    fonts = [str(path) for _, path in find_fonts().files]
    arguments = [pandoc_path(), str(styles), str(intermediates), str(out), "tags" if tags else "plain", *fonts]
    return run([sys.executable, "-c", BARE, *arguments], environment)


def medians(costs: list[Cost]) -> Cost:
    """Several runs → the median of each measure."""
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.mebibytes for c in costs))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (3)")
    parser.add_argument("--tags", action="store_true", help="let bare WeasyPrint write tagged PDFs, as the book's are")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from book.publish.font_files import find_fonts
    from book.publish.fonts import use_only

    use_only(find_fonts())
    environment = dict(os.environ)
    single: list[Cost] = []
    several: list[Cost] = []
    tools: list[Cost] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        intermediates = folder / "intermediates"
        full(folder / "first", intermediates, environment, [])  # not counted: it fills the caches of the disk
        for number in range(options.rounds):
            kept = folder / f"kept-{number}"
            single.append(full(folder / f"single-{number}", kept, environment, ["--jobs", "1"]))
            (folder / f"bare-{number}").mkdir()
            tools.append(bare(intermediates, folder / f"bare-{number}", environment, tags=options.tags))
            several.append(full(folder / f"several-{number}", kept, environment, []))
            times = ", ".join(f"{costs[-1].seconds:.2f} s" for costs in (single, several, tools))
            print(f"round {number + 1}: one at a time, several, bare: {times}", flush=True)
        editions = ", ".join(sorted(p.stem for p in intermediates.glob("*.json")))
    kind = "tagged" if options.tags else "plain"
    print(f"\neditions {editions}; medians of {options.rounds} rounds; bare PDFs {kind}\n")
    print(f"{'':34}{'full build':>12}{'bare tools':>12}{'ratio':>8}{'target':>8}")
    tool = medians(tools)
    for name, costs in (("one PDF at a time", single), (f"{os.cpu_count()} at a time", several)):
        build = medians(costs)
        for label, ours, theirs, unit in (
            ("wall time", build.seconds, tool.seconds, "s"),
            ("memory", build.mebibytes, tool.mebibytes, "MiB"),
        ):
            ratio = ours / theirs
            verdict = "met" if ratio <= TARGET else "missed"
            row = f"{name + ', ' + label:34}{ours:>8.2f} {unit:3}{theirs:>8.2f} {unit:3}"
            print(f"{row}{ratio:>8.2f}{TARGET:>8.2f}  {verdict}")


if __name__ == "__main__":
    main()
