"""The collector of diagnostics."""

from book.diagnostics import Code, Diagnostic, Place, Report, Severity

HERE, THERE = Place("a.yaml", 1, 2), Place("b.yaml", 3, 4)


def test_a_report_keeps_what_was_found_in_its_order() -> None:
    report = Report()
    report.error(Code.BAD_VALUE, "this is wrong", THERE, "write it otherwise")
    report.warning(Code.STAMP_ORDER, "this is odd", HERE)
    report.add(Diagnostic.error(Code.BAD_TIME, "this is no time", HERE))
    assert [(d.severity, d.code, d.place) for d in report] == [
        (Severity.ERROR, Code.BAD_VALUE, THERE),
        (Severity.WARNING, Code.STAMP_ORDER, HERE),
        (Severity.ERROR, Code.BAD_TIME, HERE),
    ]
    assert [d.hint for d in report] == ["write it otherwise", "", ""]
    assert len(report) == 3


def test_only_errors_count_as_errors() -> None:
    report = Report()
    assert not report.has_errors
    report.warning(Code.STAMP_ORDER, "this is odd", HERE)
    assert not report.has_errors
    assert not report.has_errors_in("a.yaml")
    report.error(Code.BAD_VALUE, "this is wrong", THERE)
    assert report.has_errors
    assert report.has_errors_in("b.yaml")
    assert not report.has_errors_in("a.yaml")


def test_what_was_reported_since_a_mark() -> None:
    report = Report()
    report.error(Code.BAD_VALUE, "the first", HERE)
    mark = report.mark
    assert report.since(mark) == ()
    report.warning(Code.STAMP_ORDER, "the second", HERE)
    assert [d.message for d in report.since(mark)] == ["the second"]
    assert not report.has_errors_since(mark)
    report.error(Code.BAD_VALUE, "the third", HERE)
    assert report.has_errors_since(mark)
    assert len(report.since(0)) == 3
