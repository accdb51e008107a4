"""What is wrong in the book's files: values with a place, a sentence and a remedy."""

from book.diagnostics.diagnostic import Code, Diagnostic, Place, Severity, in_reading_order
from book.diagnostics.rendering import render, render_json
from book.diagnostics.report import Report

__all__ = ["Code", "Diagnostic", "Place", "Report", "Severity", "in_reading_order", "render", "render_json"]
