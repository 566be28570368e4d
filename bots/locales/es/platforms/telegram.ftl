# Frases enteras que en Telegram son distintas.

example-connector-add = !connector add @anna
example-connector-remove = !connector remove @anna
example-greeter-add = !greeter add @anna
example-greeter-remove = !greeter remove @anna
event-confirmed-there = ✅ Evento { $number } anunciado en “{ $room }”.
