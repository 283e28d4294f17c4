"""Readers: files from outside become values, or one clear line that says why not."""
