"""What all pictures have in common: their colours and their font."""

GROUND, INK, QUIET, BLUE = "#ffffff", "#1c1c1c", "#5f6368", "#0b57d0"
"""Contrast of ink and quiet letters with the ground: 17:1 and 6:1 (WCAG asks for 4.5:1), of blue 6:1 (3:1)."""
FONT = "Noto Sans"
"""It has the letters of all languages in Latin, Greek or Cyrillic."""
