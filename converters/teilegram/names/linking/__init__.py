"""Linking: what one document says about who its persons are, and the decisions that follow."""
