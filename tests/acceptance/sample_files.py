"""Files that the tests send."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e5"
    "27de fc0000000049454e44ae426082".replace(" ", "")
)
"""A PNG of one transparent pixel."""
