"""Conventions: what the brackets of one publisher mean.  The profiles are data, in `data/conventions/`."""

from teilegram.conventions.evidence import Verdict, detect, verdicts, why
from teilegram.conventions.profiles import PROFILES, path_of, profile
from teilegram.conventions.rulebook import problems_of

__all__ = ("PROFILES", "Verdict", "detect", "path_of", "problems_of", "profile", "verdicts", "why")
