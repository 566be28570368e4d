# Ganze Sätze, die auf Telegram anders sind.

example-connector-add = !connector add @anna
example-connector-remove = !connector remove @anna
example-greeter-add = !greeter add @anna
example-greeter-remove = !greeter remove @anna
event-confirmed-there = ✅ Termin { $number } steht jetzt in „{ $room }“.
highlight-stopped-by-you = Sie bleibt hier; die Kopien nehme ich zurück.
