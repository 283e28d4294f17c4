"""Speech: quotations over paragraphs, turns of speakers, and who took part (Guidelines, COHQQ and CCAHPA)."""

from teilegram.speech.participants import participants
from teilegram.speech.quotation import speech
from teilegram.speech.turns import turns

__all__ = ["participants", "speech", "turns"]
