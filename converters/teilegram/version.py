"""The version, said once: of the package, of its command, in the header of every file it writes."""

__version__ = "0.1.0"
