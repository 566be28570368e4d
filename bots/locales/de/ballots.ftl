# Arten von Umfragen, Stimmzettel unter vier Augen, und Gründe.

poll-native-plain = Eine Umfrage der Plattform kann diese Art nicht zählen. Lass `nativ` weg.
poll-options-fixed = Diese Art Umfrage bringt ihre Antworten mit. Schreib nur die Frage, zum Beispiel: `!poll consent "Wir treffen uns montags"`
poll-points = `{ $given }` passt hier nicht: eine Zahl von 1 bis { $most }, zum Beispiel `punkte=5`.
poll-agree = Einverstanden
poll-abstain = Enthaltung
poll-disagree = Dagegen
poll-block = Einwand
poll-vote = Abstimmen
poll-how-consent = Ein Einwand stoppt den Vorschlag: Dann frage ich dich unter vier Augen nach dem Grund. Dagegen zu sein wird gehört und stoppt nichts.
poll-how-score = Tippe auf 🗳️ und gib jeder Antwort Punkte, unter vier Augen. Bis zum Ende kannst du sie ändern.
poll-how-reactions-score = Reagiere mit 🗳️, dann schicke ich dir deinen Stimmzettel privat: Punkte für jede Antwort. Bis zum Ende kannst du sie ändern.
poll-how-dots = Tippe auf 🗳️ und verteile deine Klebepunkte, unter vier Augen. Bis zum Ende kannst du sie ändern.
poll-how-reactions-dots = Reagiere mit 🗳️, dann schicke ich dir deinen Stimmzettel privat: Klebepunkte zum Verteilen. Bis zum Ende kannst du sie ändern.
poll-how-ranked = Tippe auf 🗳️ und bring die Antworten in deine Reihenfolge, unter vier Augen. Bis zum Ende kannst du sie ändern.
poll-how-reactions-ranked = Reagiere mit 🗳️, dann schicke ich dir deinen Stimmzettel privat: Bring die Antworten in deine Reihenfolge. Bis zum Ende kannst du sie ändern.
poll-about-consent = Konsent: einverstanden, Enthaltung, dagegen oder Einwand mit Grund. Angenommen, wenn jemand einverstanden ist und niemand einen Einwand hat.
poll-about-score = Bewertung: Alle geben jeder Antwort 0 bis { $points } Punkte.
poll-about-dots = Klebepunkte: Alle verteilen { $points } Punkte auf die Antworten.
poll-about-ranked = Rangfolge: Alle bringen die Antworten in ihre Reihenfolge, die beste zuerst.
poll-consent-reached = **Umfrage { $number }: { $question }** Es gibt Konsent: Niemand hat einen Einwand.
poll-consent-blocked = **Umfrage { $number }: { $question }** Es gibt keinen Konsent: { $count ->
        [one] Eine Person hat einen Einwand.
       *[other] { $count } Personen haben Einwände.
    }
poll-consent-unsupported = **Umfrage { $number }: { $question }** Es gibt keinen Konsent: Niemand hat einen Einwand, aber auch niemand ist einverstanden.
poll-by-pairs = Im Vergleich zu zweit: Gegen jede andere Antwort setzen mehr Leute { $winner } davor als dahinter.
poll-by-runoff = { $count ->
        [one] Sofortige Stichwahl, entschieden in einer Runde:
       *[other] Sofortige Stichwahl, entschieden in { $count } Runden; jedes Mal fällt die letzte Antwort weg, und ihre Stimmen zählen für die nächste Wahl:
    }
poll-by-runoff-circle = Im Vergleich zu zweit gewinnt keine Antwort gegen alle anderen (es geht im Kreis), also entscheidet die sofortige Stichwahl:
poll-no-champion = Im Vergleich zu zweit würde keine Antwort gegen alle anderen gewinnen.
poll-champion = Im Vergleich zu zweit würde { $option } gegen jede andere Antwort gewinnen.
poll-round = { $round }. { $figures }
poll-round-out = { $round }. { $figures } → raus: { $removed }
ballot-unread = Diesen Stimmzettel habe ich nicht verstanden. Schreib die Antworten oder ihre Nummern, von 1 bis { $most }, zum Beispiel `2 1`.
ballot-points-unread = Diesen Stimmzettel habe ich nicht verstanden. Schreib eine Zahl für jede der { $most } Antworten, oder Paare wie `1=5, 2=3`.
ballot-points = Eine Antwort kann höchstens { $most } Punkte bekommen. Bitte schreib sie noch einmal.
ballot-dots = Du hast { $most } Punkte, und das wären { $given }. Bitte nimm welche zurück.
ballot-twice = Eine Antwort steht zweimal in dieser Reihenfolge. Bitte schreib jede Nummer nur einmal, zum Beispiel `2 1 3`.
ballot-sent = Dein Stimmzettel ist in unserem privaten Chat.
ballot-sent-toast = Dein Stimmzettel ist in unserem privaten Chat.
ballot-kept = Gezählt.
ballot-nothing-yet = Du hast noch nicht abgestimmt.
ballot-counts = Gezählt: { $choice }
ballot-how-score = Bis zum Ende kannst du das ändern.
ballot-how-typed-score = Schreib deine Punkte hierher, 0 bis { $points } für jede Antwort der Reihe nach, zum Beispiel `{ $example }`, oder nur einzelne: `1=5`. Bis zum Ende kannst du sie ändern.
ballot-how-dots = Jedes Tippen gibt einen Punkt. Bis zum Ende kannst du das ändern.
ballot-how-typed-dots = Du hast { $points } Punkte. Schreib hierher, wie viele jede Antwort der Reihe nach bekommt, zum Beispiel `{ $example }`, oder nur einzelne: `1=3`. Bis zum Ende kannst du sie ändern.
ballot-how-ranked = Tippe die Antworten in deiner Reihenfolge an, die beste zuerst; noch einmal tippen nimmt eine heraus. Was dir egal ist, lass weg. Bis zum Ende kannst du das ändern.
ballot-how-typed-ranked = Reagiere mit den Nummern in deiner Reihenfolge, die beste zuerst, oder schreib sie hierher: `{ $example }`. Was dir egal ist, lass weg. Bis zum Ende kannst du das ändern.
ballot-score-next = Wie viele Punkte für **{ $option }**, 0 bis { $points }?
ballot-dots-left = { $count ->
        [0] Du hast alle Punkte verteilt.
        [one] Ein Punkt ist übrig.
       *[other] { $count } Punkte sind übrig.
    }
ballot-reset = Von vorn
ballot-open-chat = Chat öffnen
ballot-cannot-write = { $name }, ich kann dir noch nicht privat schreiben. Öffne einen Chat mit mir, sag Hallo, und tippe dann noch einmal auf 🗳️.
reason-ask = Du hast einen Einwand in Umfrage { $number } („{ $question }“). Was ist dein Grund? Deine nächste Nachricht hier steht beim Ergebnis, ohne deinen Namen, außer du willst ihn dort haben.
reason-asked = Dein Einwand zählt. Den Grund frage ich privat.
reason-type = Dein Einwand zählt. Bitte sag, warum: `!poll reason { $number } der Grund`. Er steht ohne deinen Namen da; mit `unterschrieben=ja` steht dein Name dabei.
reason-kept = Danke. Dein Grund steht beim Ergebnis von Umfrage { $number }, ohne deinen Namen.
reason-kept-named = Danke. Dein Grund steht beim Ergebnis von Umfrage { $number }, mit deinem Namen.
reason-show-name = Meinen Namen zeigen
reason-without-block = Ein Grund gehört zu einem Einwand, und du hast keinen in Umfrage { $number }.
reason-long = Das ist zu lang ({ $length } Zeichen). Bitte höchstens { $limit }.
reason-by = Einwand von { $name }:
reason-by-somebody = Jemand hat einen Einwand:
cmd-poll-reason = Sagen, warum du einen Einwand hast
example-poll-reason = !poll reason 3 "Die Farbe ist giftig" unterschrieben=ja
ask-poll-reason-reason = Was ist dein Grund?
arg-poll-kind = Auswahl, Ja/Nein, Konsent, Bewertung…
arg-poll-points = Höchste Punktzahl, oder Klebepunkte je Person
arg-poll-method = Wie Rangfolgen gezählt werden
arg-poll-reason-number = Die Nummer der Umfrage
arg-poll-reason-reason = Dein Grund
arg-poll-reason-named = Deinen Namen dazu zeigen?
argname-kind = art
argname-points = punkte
argname-method = methode
argname-named = unterschrieben
arglike-kind = typ modus
arglike-named = name
choice-choice = auswahl
choice-yesno = ja/nein
choice-dates = Termine
choice-consent = konsent
choice-score = bewertung
choice-dots = klebepunkte
choice-ranked = rangfolge
choice-runoff = stichwahl
choice-pairs = paare
name-reason = grund
ballot-typing = Du kannst auch schreiben: `{ $example }`
ballot-type = Eintippen
cmd-poll-vote = Deinen Stimmzettel in einer Umfrage schreiben
example-poll-vote = !poll vote 3 2 1
ask-poll-vote-ballot = Was steht auf deinem Stimmzettel? Die Nummern der Antworten in deiner Reihenfolge, oder Punkte für jede.
arg-poll-vote-number = Die Nummer der Umfrage
arg-poll-vote-ballot = Namen oder Nummern, oder Punkte für jede
argname-ballot = stimmzettel
name-vote = abstimmen
ballots-united = Du hattest mit mehreren Konten abgestimmt. Jetzt zählt nur deine neueste Stimme: { $polls }
