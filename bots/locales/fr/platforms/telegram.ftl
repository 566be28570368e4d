# Les phrases qui sont autres sur Telegram.

example-connector-add = !connector add @anna
example-connector-remove = !connector remove @anna
example-greeter-add = !greeter add @anna
example-greeter-remove = !greeter remove @anna
event-confirmed-there = ✅ Événement { $number } annoncé dans « { $room } ».
highlight-stopped-by-you = Ce message reste ici ; les copies sont retirées.
