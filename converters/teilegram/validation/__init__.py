"""Validate: is a file what the grammar says, and does it keep the rules that a grammar cannot say."""

from teilegram.validation.check import validate_files
from teilegram.validation.relaxng import relaxng
from teilegram.validation.report import REPORTS
from teilegram.validation.schematron import schematron

__all__ = ["REPORTS", "relaxng", "schematron", "validate_files"]
