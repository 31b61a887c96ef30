"""Roman numerals, which Word and HTML number lists with."""

_WORTH = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999


def roman(count: int) -> str:
    """The numeral in small letters, for 1 to `LARGEST_ROMAN`."""
    numeral = ""
    for worth, letters in _WORTH:
        times, count = divmod(count, worth)
        numeral += letters * times
    return numeral
