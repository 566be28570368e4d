# Whole sentences that differ on Telegram.

example-connector-add = !connector add @anna
example-connector-remove = !connector remove @anna
example-greeter-add = !greeter add @anna
example-greeter-remove = !greeter remove @anna
event-confirmed-there = ✅ Event { $number } is announced in “{ $room }”.
