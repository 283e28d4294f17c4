"""Validate: is a file what the grammar says, and does it keep the rules that a grammar cannot say."""

from teilegram.validation.check import Plan, validate_files
from teilegram.validation.relaxng import relaxng
from teilegram.validation.report import REPORTS
from teilegram.validation.schemas import Asked
from teilegram.validation.schematron import schematron
from teilegram.validation.watch import watched

__all__ = ["REPORTS", "Asked", "Plan", "relaxng", "schematron", "validate_files", "watched"]
