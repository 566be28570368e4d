"""The capabilities of the bot, one package each: `commands`, pure `rules`, handlers, `views`, and `feature`."""
