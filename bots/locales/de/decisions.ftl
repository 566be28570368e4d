# Was beschlossen wurde, und was daraus geworden ist.

decision-title = **Beschlüsse**
decision-more = `!decisions 3` zeigt einen ganz, `!decisions garten` sucht.
decision-none = Hier wurde noch nichts beschlossen. `!poll list` zeigt die laufenden Umfragen.
decision-not-found = Kein Beschluss handelt von „{ $given }“. `!decisions` zeigt alle.
decision-found = **Beschlüsse über „{ $given }“**
decision-line = { $number } · { $at } · { $question } → { $decided } ({ $count ->
        [one] eine Stimme
       *[other] { $count } Stimmen
    })
decision-line-revoked = { $number } · { $at } · { $question } → { $decided } (aufgehoben)
decision-is-won = { $winners }
decision-is-tie = Gleichstand: { $winners }
decision-is-none = niemand hat abgestimmt
decision-is-undecided = nicht entschieden
decision-is-reached = Konsent
decision-is-blocked = Einwand
decision-is-unsupported = kein Konsent
decision-rule = Art: { $kind }.
decision-when = Begonnen am { $opened }, beendet am { $closed }.
poll-not-over = Umfrage { $number } („{ $question }“) läuft noch. `!poll close { $number }` beendet sie.
outcome-is = **Was daraus wurde:** { $outcome }
outcome-contestable = Einwände sind bis { $at } möglich.
outcome-final = Einwände waren bis { $at } möglich.
outcome-revoked = Aufgehoben durch Umfrage { $number } („{ $question }“).
outcome-kept = Was aus Umfrage { $number } wurde: { $outcome }
outcome-empty = Was ist daraus geworden? Zum Beispiel: `!poll outcome 3 "Wir treffen uns im Garten" bis=7d`
outcome-long = Das ist zu lang ({ $length } Zeichen). Bitte höchstens { $limit }.
revoke-sure = Hebt Umfrage { $later } („{ $by }“) Umfrage { $number } („{ $question }“) auf? Deren Ergebnis sagt es dann.
revoke-yes = Aufheben
revoke-no = So lassen
revoke-done = Umfrage { $number } ist durch Umfrage { $later } aufgehoben.
outcome-gone = Was aus Umfrage { $number } wurde, ist wieder gelöscht. Mit `!poll outcome { $number } …` schreibst du es neu.
revoke-undone = Umfrage { $number } gilt wieder: Sie ist nicht mehr aufgehoben.
revoke-order = Nur ein späterer Beschluss kann Umfrage { $number } aufheben, und Umfrage { $later } endete vorher.
export-here = Die Beschlüsse als Datei, { $count } Stück. Sie hat Summen, niemandes Stimme.
export-sent = Die Datei ist in unserem privaten Chat.
export-unreachable = Ich kann dir noch nicht privat schreiben. Öffne einen Chat mit mir, sag Hallo, und frag dann noch einmal nach der Datei.
export-no-files = Hier kann ich keine Dateien schicken. Frag in einem Raum auf einer anderen Plattform danach.
cmd-decisions = Was hier beschlossen wurde
example-decisions = !decisions garten
cmd-decisions-export = Die Beschlüsse als Datei bekommen
example-decisions-export = !decisions export csv
cmd-poll-outcome = Sagen, was aus einer Umfrage wurde
example-poll-outcome = !poll outcome 3 "Wir treffen uns im Garten" bis=7d
ask-poll-outcome-outcome = Was ist daraus geworden?
cmd-poll-revoke = Festhalten, dass ein Beschluss einen aufhebt
example-poll-revoke = !poll revoke 3 5
ask-poll-revoke-number = Welche Umfrage ist aufgehoben? Ihre Nummer.
ask-poll-revoke-by = Welche spätere Umfrage hebt sie auf? Ihre Nummer.
arg-decisions-about = Eine Nummer, oder Wörter zum Suchen
arg-decisions-export-format = Für eine Tabelle (csv), oder json
arg-poll-outcome-number = Die Nummer der Umfrage
arg-poll-outcome-outcome = Was daraus wurde
arg-poll-outcome-until = Einwände bis wann: 7d
arg-poll-revoke-number = Die aufgehobene Umfrage
arg-poll-revoke-by = Die spätere Umfrage, die sie aufhebt
argname-format = format
argname-outcome = nachtrag
argname-until = bis
argname-by = durch
choice-csv = csv
choice-json = json
name-decisions = beschlüsse
name-export = exportieren
name-outcome = nachtrag
name-revoke = aufheben
