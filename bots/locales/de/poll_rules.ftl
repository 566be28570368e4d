# Die Regeln einer Umfrage, und was aus ihnen wird.

poll-threshold = `{ $given }` passt hier nicht. Was braucht es zum Gewinnen? Zum Beispiel `hürde=2/3`, `hürde=60%`, `hürde=einstimmig` oder eine Zahl von Stimmen.
poll-threshold-kind = Eine Hürde passt zu Auswahl, Ja/Nein und Konsent. Lass `hürde` weg.
poll-number = `{ $given }` passt hier nicht: eine Zahl von 1 bis { $most }.
poll-span = `{ $given }` passt hier nicht: eine Dauer, zum Beispiel `3h` oder `2d`.
poll-emoji = Bitte gib { $count } verschiedene Emoji an, eins für jede Antwort, zum Beispiel `emoji="🍕 🥗"`.
poll-only-connectors = In Umfrage { $number } stimmt nur die Orga ab.
poll-only-greeters = In Umfrage { $number } stimmen nur Empfang und Orga ab.
poll-only-known = Umfrage { $number } ist für Leute, die ich bei ihrem Beginn schon { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } kannte.
poll-waiting = Umfrage { $number } beginnt am { $at }.
poll-waits = Umfrage { $number } („{ $question }“) beginnt am { $at }. `!poll delete { $number }` verwirft sie.
poll-list-waiting = { $number }: { $question } – beginnt am { $at }
poll-starts = Beginnt am { $at }.
poll-anonymous-over = Umfrage { $number } war anonym: Ich weiß nicht mehr, wer abgestimmt hat, also kann sie nicht wieder öffnen. `!poll again { $number }` fragt noch einmal.
poll-how-secret = Eine Stimme pro Person, { $most ->
        [one] eine Antwort
       *[other] bis zu { $most } Antworten
    }; du kannst sie ändern. Niemand hier sieht, was du antippst.
poll-how-emoji = Reagiere mit einem der Emojis oben, um abzustimmen. Reaktionen zeigen deinen Namen.
poll-how-choice = Tippe auf 🗳️, dann bekommst du deinen Stimmzettel privat.
poll-how-reactions-choice = Reagiere mit 🗳️, dann schicke ich dir deinen Stimmzettel privat. Bis zum Ende kannst du ihn ändern.
poll-rule-anonymous = Anonym: Niemand erfährt, wer was gewählt hat, und die Zahlen kommen am Ende. Ich behalte deinen Stimmzettel bis einen Tag danach, damit du ihn ändern kannst; dann nur noch Summen. Bis dahin könnte nachsehen, wer mich betreibt.
poll-rule-anonymous-reactions = Anonym: Andere sehen, wer einen Stimmzettel nimmt, nicht was draufsteht, und die Zahlen kommen am Ende. Ich behalte deinen Stimmzettel bis einen Tag danach; dann nur noch Summen. Bis dahin könnte nachsehen, wer mich betreibt.
poll-rule-hidden = Die Zahlen kommen am Ende.
poll-rule-connectors = Nur die Orga stimmt ab.
poll-rule-greeters = Nur Empfang und Orga stimmen ab.
poll-rule-since = Für Leute, die ich seit { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    } kenne.
poll-rule-quorum = Zählt, wenn { $count ->
        [one] eine Person abstimmt.
       *[other] { $count } Leute abstimmen.
    }
poll-rule-early-all = Endet, sobald alle abgestimmt haben, die ich hier kenne.
poll-rule-early = Endet, sobald { $count ->
        [one] eine Person abgestimmt hat
       *[other] { $count } Leute abgestimmt haben
    }.
poll-rule-remind = Wer nicht abgestimmt hat, bekommt eine private Erinnerung, { $hours ->
        [one] eine Stunde
       *[other] { $hours } Stunden
    } vor dem Ende.
poll-winner-needs-all = Zum Gewinnen braucht es alle Stimmen.
poll-winner-needs-half = Zum Gewinnen braucht es mehr als die Hälfte der Stimmen.
poll-winner-needs-votes = Zum Gewinnen braucht es { $count ->
        [one] eine Stimme
       *[other] { $count } Stimmen
    }.
poll-winner-needs-share = Zum Gewinnen braucht es { $share } der Stimmen.
poll-consent-needs-all = Alle, die sich nicht enthalten, müssen einverstanden sein.
poll-consent-needs-half = Mehr als die Hälfte derer, die sich nicht enthalten, müssen einverstanden sein.
poll-consent-needs-votes = { $count ->
        [one] Eine Person muss
       *[other] { $count } Leute müssen
    } einverstanden sein.
poll-consent-needs-share = { $share } derer, die sich nicht enthalten, müssen einverstanden sein.
poll-missed-quorum = Abgestimmt haben { $count }; nötig gewesen wären { $needed }.
poll-result-undecided = **Umfrage { $number }: { $question }** Nichts ist entschieden. Vorn: { $winners }.
poll-anonymous-for-good = Nach dem Veröffentlichen lässt sich das nicht mehr ändern.
poll-set-anonymous = Anonym
poll-set-named = Nicht anonym
poll-set-hidden = Zahlen verbergen
poll-set-live = Zahlen zeigen
poll-why = Sagen, warum
poll-nudge = **{ $room }** stimmt ab: Umfrage { $number }, „{ $question }“, bis { $at }. Du hast noch nicht abgestimmt.
poll-nudge-stop = Keine Erinnerungen mehr
poll-nudge-again = Wieder erinnern
poll-nudges-off = OK, ich erinnere dich nicht mehr an Umfragen.
poll-nudges-on = OK, ich erinnere dich wieder an Umfragen.
ballot-not-here = Das können andere lesen, darum zähle ich es nicht: Umfrage { $number } ist geheim. Bitte nimm deine Nachricht zurück, tippe bei der Umfrage auf 🗳️ oder reagiere damit, und stimm privat ab.
ballot-how-choice = Tippe deine Antwort an; noch einmal tippen nimmt sie zurück. Bis zum Ende kannst du das ändern.
ballot-how-typed-choice = Reagiere mit dem Zeichen deiner Antwort, oder schreib ihre Nummer hierher: `{ $example }`. Bis zum Ende kannst du das ändern.
ballot-how-consent = Tippe deine Haltung an; noch einmal tippen nimmt sie zurück. Bis zum Ende kannst du das ändern.
ballot-how-typed-consent = Reagiere mit dem Zeichen deiner Haltung. Bis zum Ende kannst du das ändern.
reason-ask-vote = Warum hast du in Umfrage { $number } („{ $question }“) so abgestimmt? Deine nächste Nachricht hier steht beim Ergebnis, ohne deinen Namen, außer du willst ihn dort haben.
reason-asked-vote = Ich habe dich privat gefragt.
reason-type-vote = Bitte sag, warum: `!poll reason { $number } der Grund`. Er steht ohne deinen Namen da; mit `unterschrieben=ja` steht dein Name dabei.
reason-without-vote = Stimm erst in Umfrage { $number } ab; dann sag, warum.
reason-for = { $name }, für { $choice }:
reason-for-somebody = Jemand, für { $choice }:
reason-more = … und noch mehr.
cmd-poll-again = Eine Umfrage mit ihren Regeln noch einmal stellen
example-poll-again = !poll again 3
arg-poll-again-number = Die Nummer der Umfrage
arg-poll-anonymous = Niemand erfährt, wer was gewählt hat
arg-poll-hidden = Keine Zahlen vor dem Ende
arg-poll-quorum = Wie viele abstimmen müssen
arg-poll-threshold = Nötig zum Gewinnen: 2/3, 60%, einstimmig
arg-poll-voters = Wer abstimmen darf
arg-poll-since = Seit wann bekannt: 30d
arg-poll-reasons = Leute dürfen sagen, warum
arg-poll-emoji = Ein Emoji für jede Antwort
arg-poll-remind = Wie lange vor dem Ende erinnern: 1d
arg-poll-early = Enden, wenn alle oder so viele da sind
arg-poll-start = Wann sie beginnt: morgen 9:00
argname-anonymous = anonym
argname-hidden = verdeckt
argname-quorum = quorum
argname-threshold = hürde
argname-voters = stimmberechtigt
argname-since = seit
argname-reasons = gründe
argname-emoji = emoji
argname-remind = erinnern
argname-early = vorzeitig
argname-start = beginn
arglike-anonymous = geheim
arglike-start = start ab öffnet
arglike-remind = erinnerung
choice-everybody = alle
choice-connectors = orga
choice-greeters = empfang
name-again = wiederholen
poll-about-dates = Jede Antwort ist ein Datum; mit dem Ergebnis kann aus dem besten ein Termin werden. Bitte prüf Wochentag und Uhrzeit.
poll-make-event = Termin daraus machen: { $date }
poll-close-before = Die Umfrage würde am { $at } schließen, öffnet aber erst am { $start }. Nimm einen späteren Schluss, zum Beispiel `2h`: Eine Dauer zählt ab der Eröffnung.
poll-date-past = `{ $given }` ist schon vorbei. Bitte gib Tage an, die noch kommen, zum Beispiel `Sa 5. Dez 15:00 / So 6. Dez 11:00`.
poll-set-open = Offene Liste
poll-set-fixed = Feste Antworten
poll-anonymous-stays = Eine anonyme Umfrage bleibt anonym: Leute haben deshalb abgestimmt oder wollen es tun. `!poll again` fragt noch einmal anders.
poll-edit-rules-voted = In Umfrage { $number } haben Leute nach ihren Regeln abgestimmt; ändern lassen sich jetzt nur noch `ende`, `erinnern`, `vorzeitig`, `gründe` und `ergänzungen`. `!poll again { $number }` fragt noch einmal mit anderen Regeln.
poll-edit-fixed = `{ $given }` legt man fest, bevor eine Umfrage aufgeht, und danach ändert es sich nicht mehr. `!poll again { $number }` macht einen neuen Entwurf daraus, den du noch ändern kannst, bevor ihn jemand sieht.
arg-poll-edit-emoji = Ein Emoji für jede Antwort
arg-poll-edit-anonymous = Niemand erfährt, wer was gewählt hat
arg-poll-edit-hidden = Keine Zahlen vor dem Ende
arg-poll-edit-quorum = Wie viele abstimmen müssen
arg-poll-edit-threshold = Nötig zum Gewinnen: 2/3, 60%, einstimmig
arg-poll-edit-reasons = Leute dürfen sagen, warum
arg-poll-edit-remind = Wie lange vor dem Ende erinnern: 1d
arg-poll-edit-early = Enden, wenn alle oder so viele da sind
arg-poll-edit-additions = Offene Liste: alle ergänzen Antworten
poll-rule-repeats = Kommt wieder: { $rule }.
poll-comes-again = Sie kommt am { $at } wieder, als Umfrage { $number }. `!poll delete { $number }` beendet das; `!poll list` zeigt sie.
poll-silent = Umfrage { $number } (**{ $question }**): { $count }-mal hintereinander hat niemand abgestimmt, darum frage ich nicht mehr. `!poll again { $number }` startet sie wieder, mit ihrer Regel.
poll-repeat-how = Ich verstehe `{ $given }` nicht: Wie oft kommt die Umfrage? Zum Beispiel `wiederholung="jeden Freitag 9 Uhr"` oder `wiederholung="am ersten Montag im Monat"`.
poll-repeat-not = Eine Umfrage mit Terminen oder in allen Communitys eines Netzwerks kann nicht von selbst wiederkommen. Lass `wiederholung` weg; `!poll again` fragt noch einmal.
arg-poll-repeat = Wieder fragen: jeden Freitag 9 Uhr
argname-repeat = wiederholung
poll-set-more = Weitere Regeln
poll-step-close = { $count ->
    [0] Ohne Frist
    [one] Einen Tag offen
   *[other] { $count } Tage offen
    }
poll-step-quorum = { $count ->
    [0] Kein Quorum
   *[other] Quorum: { $count }
    }
poll-step-threshold-none = Keine Schwelle
poll-step-threshold-half = Mehr als die Hälfte
poll-step-threshold-all = Einstimmig
poll-step-threshold-share = { $share } nötig
poll-step-voters-connectors = Nur die Orga stimmt ab
poll-step-voters-everybody = Alle stimmen ab
poll-step-since = { $count ->
    [0] Auch Neue stimmen ab
   *[other] Seit { $count } Tagen bekannt
    }
poll-step-reasons-yes = Mit Begründungen
poll-step-reasons-no = Ohne Begründungen
poll-step-early-yes = Schließen, wenn alle abgestimmt haben
poll-step-early-no = Bis zum Ende offen
poll-step-remind = { $count ->
    [0] Keine Erinnerung
    [one] 1 Stunde vorher erinnern
   *[other] { $count } Stunden vorher erinnern
    }
poll-ask-emoji = Eigene Emoji
poll-ask-start = Später öffnen
poll-ask-repeat = Kommt wieder
poll-request-emoji = Welche Emoji stehen für die Antworten? Schick mir { $count }, in dieser Reihenfolge: { $options }. Mit `keine` nimmst du sie weg.
poll-request-start = Wann beginnt die Umfrage? Zum Beispiel `morgen 9 Uhr`. Mit `keine` beginnt sie sofort.
poll-request-repeat = Wie oft kommt die Umfrage? Zum Beispiel `jeden Freitag 9 Uhr`. Mit `keine` kommt sie nur einmal.
