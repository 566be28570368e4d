# The result of a poll as a picture.

poll-chart-of = **Poll { $number }: { $question }** as a picture.
poll-chart-empty = Nobody voted in poll { $number }, so there is nothing to draw.
cmd-poll-chart = The result of a poll as a picture
example-poll-chart = !poll chart 3
arg-poll-chart-number = The poll’s number
setting-poll-chart = poll-chart
about-poll-chart = whether the result of a poll comes with a picture when five people or more voted; `!poll chart` shows one at any time
