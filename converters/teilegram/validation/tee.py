"""Two listeners at one reading."""

from __future__ import annotations

from dataclasses import dataclass

from teilegram.validation.judge import Judge
from teilegram.validation.scan import Scan


@dataclass(frozen=True, slots=True)
class Tee:
    """Gives what it hears to a judge and to a scan."""

    judge: Judge
    scan: Scan

    def start(self, name: str, attributes: list[str], line: int, column: int) -> None:
        """Pass on a start tag."""
        self.scan.start(name, attributes, line, column)
        self.judge.start(name, attributes, line, column)

    def text(self, string: str, line: int, column: int) -> None:
        """Pass on text, which only the judge hears."""
        self.judge.text(string, line, column)

    def end(self) -> None:
        """Pass on an end tag."""
        self.judge.end()
