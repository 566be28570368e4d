"""Languages, each a folder of bots/locales: their texts, names and answer words."""
