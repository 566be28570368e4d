# Das Ergebnis einer Umfrage als Bild.

poll-chart-of = **Umfrage { $number }: { $question }** als Bild.
poll-chart-empty = In Umfrage { $number } hat niemand abgestimmt, es gibt also nichts zu zeichnen.
cmd-poll-chart = Das Ergebnis einer Umfrage als Bild
example-poll-chart = !poll chart 3
arg-poll-chart-number = Die Nummer der Umfrage
setting-poll-chart = umfrage-bild
about-poll-chart = ob das Ergebnis einer Umfrage mit einem Bild kommt, wenn mindestens fünf Leute abgestimmt haben; `!poll chart` zeigt es jederzeit
