"""The version of the program, read by the packaging too."""

__version__ = "0.1.0"
