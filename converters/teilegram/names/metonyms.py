"""Seats of government that stand for the government: `Washington insists`, `Moscow has replied` (NDPLAC)."""

from __future__ import annotations

import re
from functools import cache

from teilegram.names.homographs import context, is_shown
from teilegram.names.lexicon import Hit


@cache
def speaks_after() -> re.Pattern[str]:
    """Compile what a government does, behind the seat that stands for it: `Washington has replied`."""
    verbs = "|".join(sorted(context("speaks"), key=len, reverse=True))
    return re.compile(
        rf" (?:(?:also|has|had|have|is|was|would|not|still|now|already|не|уже|также) ){{0,2}}(?:{verbs})(?!\w)"
    )


def stands_for(text: str, hit: Hit) -> bool:
    """Tell whether a seat of government does what a government does: `Moscow has replied`, but not `in Moscow said`."""
    return bool(speaks_after().match(text, hit.end)) and not is_shown(text, hit, context("locative"))
