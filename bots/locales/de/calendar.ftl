# Tage, Uhrzeiten und Zeitzonen, die nicht zu lesen waren. Die Namen sind die von bots/dates.

event-too-long = Das ist zu lang für eine Zeile (mehr als { $limit } Zeichen). Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-date = Wann denn? Schreib Tag und Uhrzeit dazu, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-time = Zu „{ $given }“ fehlt noch die Uhrzeit. Zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-no-title = Wie soll es heißen? Der Titel kommt zuerst, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`
event-repeats = Wiederholen kann ich noch nichts, und `{ $given }` klingt danach. Nenne ein Datum, zum Beispiel: `!event Grillfest Freitag 19 Uhr im Garten`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-several-days = `{ $given }`, das sind mehrere Tage. Wann fängt es an? Nenne einen Tag und eine Uhrzeit, zum Beispiel `Freitag 19 Uhr`, oder Anfang und Ende: `Freitag 19 Uhr bis Sonntag 17 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-day-unsure = Welchen Tag meinst du mit `{ $given }`? Nenne einen Tag und eine Uhrzeit, zum Beispiel `Freitag 19 Uhr`. Gehört das zum Titel, setz den Titel in Anführungszeichen.
event-hour-unsure = Welche Uhrzeit ist `{ $given }`? Schreib sie in Ziffern, zum Beispiel `Freitag 20:50`.
event-hour-half = Ist `{ $given }` morgens oder abends gemeint? Schreib die Uhrzeit bitte genauer, zum Beispiel `Freitag 20 Uhr`.
event-day-misspelt = Meinst du mit `{ $given }` vielleicht `{ $nearest }`? Schreib den Tag noch einmal. Gehört das zum Titel, setz den Titel in Anführungszeichen.
end-before-start = Das hört auf ({ $end }), bevor es anfängt ({ $at }). Zum Beispiel: `!event Picknick Samstag von 12:00 bis 15:00`
date-past = Das ist schon vorbei: { $at }. Nimm eine Zeit, die noch kommt, zum Beispiel `Freitag 19 Uhr`.
date-too-far = Bis dahin ist es mehr als { $years ->
        [one] ein Jahr
       *[other] { $years } Jahre
    }: { $at }. Nimm ein früheres Datum, zum Beispiel `Freitag 19 Uhr`.
date-impossible = Diesen Tag gibt es nicht: `{ $given }`. Zum Beispiel: `Freitag 19 Uhr` oder `3. März 18:30`.
date-order-unsure = Steht in `{ $given }` zuerst der Tag oder der Monat? Schreib den Namen des Monats, zum Beispiel `3. März 19 Uhr`.
weekday-mismatch = `{ $given }` passt nicht zusammen: Der Tag ist { $at }. Schreib nur den Wochentag oder nur das Datum, zum Beispiel `Freitag 19 Uhr`.
when-unreadable = Ich kann `{ $given }` nicht als Zeit lesen. Zum Beispiel: `2h`, `morgen 18:00` oder `Freitag 19 Uhr`.
span-unreadable = Ich kann `{ $given }` nicht als Dauer lesen. Zum Beispiel: `1 Tag, 2h, 30 min`.
zone-offset = `{ $given }` kennt keine Sommerzeit. Nenne eine Stadt, zum Beispiel { $nearest }.
zone-unknown = Die Zeitzone `{ $given }` kenne ich nicht. Meinst du { $nearest }? Eine Stadt reicht, zum Beispiel `Berlin`.

# Whole days
whole-day = { $day }, ganztägig
whole-days = { $first } bis { $last }, ganztägig

lead-before = { $span } vorher
lead-none = wenn’s losgeht
lead-days = { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
lead-hours = { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
lead-minutes = { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
