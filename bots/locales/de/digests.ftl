# Die Rückblicke von Netzwerken und Communitys.

digest-title = **Das war los bei { $network }**
digest-highlights = **Highlights**
digest-highlight = **{ $community }**: „{ $text }“ ({ $link })
digest-newcomers = **Neu dabei**
digest-newcomers-of = **{ $community }**: { $count ->
        [one] eine Person
       *[other] { $count } Leute
    }
digest-newcomers-few = **{ $community }**: ein paar Neue
digest-polls = **Entschieden**
digest-poll = **{ $community }**: { $question } → { $result }
digest-poll-empty = **{ $community }**: { $question } → niemand hat abgestimmt
digest-events = **Demnächst**
digest-more = … und { $count } weitere
digest-empty = **{ $place }**: Noch gibt es nichts zu erzählen. Nächster Rückblick: { $at }. Ist bis dahin nichts los, fällt er aus.
cmd-digest = Was bisher im nächsten Rückblick steht
example-digest = !digest
digest-taken-back = Den Rückblick auf { $network } habe ich zurückgenommen.
digest-never = **{ $network }** hat keinen Rückblick. `!config rückblick wöchentlich` im Raum des Netzwerks holt ihn zurück.
digest-highlight-own = „{ $text }“ ({ $link })
digest-newcomers-of-own = { $count ->
        [one] Eine Person
       *[other] { $count } Leute
    }
digest-newcomers-few-own = Ein paar Neue
digest-poll-own = { $question } → { $result }
digest-poll-empty-own = { $question } → niemand hat abgestimmt
digest-figures = **In Zahlen**
figure-events = { $count ->
        [one] ein Treffen
       *[other] { $count } Treffen
    }
figure-guests = { $count ->
        [one] eine Person kam
       *[other] { $count } Leute kamen zu Treffen
    }
figure-polls = { $count ->
        [one] eine Umfrage entschieden
       *[other] { $count } Umfragen entschieden
    }
figure-votes = { $count ->
        [one] eine Stimme
       *[other] { $count } Stimmen
    }
figure-highlights = { $count ->
        [one] ein Highlight
       *[other] { $count } Highlights
    }
figure-newcomers = { $count ->
        [one] eine neue Person
       *[other] { $count } neue Leute
    }
digest-change-more = {", "}{ $count } mehr als { $before }
digest-change-less = {", "}{ $count } weniger als { $before }
digest-change-same = {", "}so viel wie { $before }
digest-change-about = {", "}etwa so viel wie { $before }
digest-before-daily = am Vortag
digest-before-weekly = in der Woche davor
digest-before-monthly = im Monat davor
digest-collecting = Ich zähle die Zahlen vieler Communitys zusammen. Die Vorschau kommt gleich hier.
digest-off = Diese Community hat keinen Rückblick. `!config rückblick wöchentlich` bringt sonntags einen.
digest-footer = `!digest remove 1` nimmt eine Zeile heraus oder holt sie zurück; `!digest add` und deine Worte ergänzen eine. `!digest skip` lässt den ganzen Rückblick ausfallen.
digest-footer-due = Er erscheint: { $at }.
digest-footer-skipped = Er fällt dieses Mal aus. Noch einmal `!digest skip`, und er erscheint doch.
digest-cut = { $number } entfernen
digest-put-back = { $number } zurückholen
digest-line-removed = (entfernt) { $line }
digest-line-cut = Aus dem nächsten Rückblick entfernt. Noch einmal dasselbe holt es zurück.
digest-line-back = Die Zeile steht wieder im nächsten Rückblick.
digest-added = Deine Zeile steht im nächsten Rückblick von **{ $place }**. `!digest` zeigt ihn.
digest-add-empty = Was soll in der Zeile stehen?
digest-add-long = Das sind { $length } Zeichen; eine Zeile hat höchstens { $limit }. Bitte kürze sie.
digest-add-many = Dieser Rückblick hat schon { $limit } eigene Zeilen. Entferne zuerst eine: `!digest` zeigt die Nummern.
digest-too-many-removed = { $limit } Zeilen sind schon entfernt. `!digest skip` lässt den ganzen Rückblick ausfallen.
digest-no-line = Es gibt keine Zeile `{ $given }`: Der nächste Rückblick hat { $count }. `!digest` zeigt sie mit Nummern.
digest-skipped = Der nächste Rückblick fällt aus.
digest-kept = Der nächste Rückblick erscheint doch.
digest-gone-out = Dieser Rückblick ist schon erschienen.
digest-no-room = **{ $place }** hat keinen Raum, in dem der Rückblick erscheinen kann.
digest-send-ask = Der Rückblick von **{ $place }** erscheint jetzt, anstelle des nächsten. Soll ich ihn senden?
digest-sent = Der Rückblick von **{ $network }** ist unterwegs.
digest-review-title = 📋 **Der nächste Rückblick, bevor er erscheint**
digest-review-due = Ohne Antwort erscheint er: { $at }.
digest-review-waits = Er wartet auf eure Antwort.
digest-review-sent = Der Rückblick von **{ $network }** ist erschienen.
digest-review-skipped = Der Rückblick von **{ $network }** ist dieses Mal ausgefallen.
digest-review-empty = Bei **{ $network }** gab es nichts zu erzählen, daher kam kein Rückblick.
digest-do-send = Jetzt senden
digest-do-skip = Diesen auslassen
digest-do-edit = Bearbeiten
digest-do-keep = Doch senden
cmd-digest-add = Dem nächsten Rückblick eine Zeile hinzufügen
example-digest-add = !digest add Der Garten öffnet im Mai
ask-digest-add-text = Was soll in der Zeile stehen?
cmd-digest-remove = Eine Zeile aus dem nächsten Rückblick nehmen oder zurückholen
example-digest-remove = !digest remove 2
ask-digest-remove-number = Welche Zeile? `!digest` zeigt die Nummern.
cmd-digest-skip = Den nächsten Rückblick auslassen oder doch nicht
example-digest-skip = !digest skip
cmd-digest-send = Den nächsten Rückblick jetzt senden
example-digest-send = !digest send
cmd-me-digest = Privat einen Rückblick auf das bekommen, was du verpasst
example-me-digest = !me digest wöchentlich
ask-me-digest-how = Wie oft möchtest du einen Rückblick? Antworte `täglich`, `wöchentlich` oder `aus`.
cmd-me-timezone = Die Zeitzone deines eigenen Rückblicks wählen
example-me-timezone = !me timezone Berlin
ask-me-timezone-zone = In welcher Stadt oder Zeitzone bist du?
me-timezone-set = Deine Zeitzone ist jetzt { $zone }; dort ist es { $now }.
me-digest-daily = Jeden Abend schreibe ich dir privat, was in { $places } los war, falls du an dem Tag weg warst und etwas los war; zum ersten Mal: { $at }. Weg heißt, dass ich keine Nachricht, keine Reaktion und keinen Befehl von dir gesehen habe. `!me timezone` und deine Stadt ändern die Uhr, `!me digest aus` beendet es.
me-digest-weekly = Sonntagabends schreibe ich dir privat, was in { $places } los war, falls du in der Woche weg warst und etwas los war; zum ersten Mal: { $at }. Weg heißt, dass ich keine Nachricht, keine Reaktion und keinen Befehl von dir gesehen habe. `!me timezone` und deine Stadt ändern die Uhr, `!me digest aus` beendet es.
me-digest-off = Du bekommst keinen eigenen Rückblick mehr, und ich merke mir nicht mehr, ob du weg warst.
me-digest-nowhere = Ich kenne keine Community, in der du bist. Schreib etwas in ihrem Raum und tippe dort `!me digest wöchentlich`.
me-digest-open = Privaten Chat öffnen
me-digest-footer = Du warst weg, hier ist, was du verpasst hast. `!me digest aus` beendet diese Nachrichten.
me-digest-taken-back = Was in diesem Rückblick stand, wurde zurückgenommen.
me-shown-zone = {" "}Deine Zeitzone: { $zone }.
me-shown-digest-daily = {" "}Du bekommst einen Rückblick an Tagen, an denen du weg warst.
me-shown-digest-weekly = {" "}Du bekommst einen Rückblick auf Wochen, in denen du weg warst.
digest-highlight-kept = **{ $community }**: { $link }
digest-page-title = Neues von { $place }
digest-page-empty = Es gibt noch keinen Rückblick.
cmd-digest-file = Den letzten Rückblick als Datei bekommen
example-digest-file = !digest file
digest-file = Der letzte Rückblick von **{ $place }** als Seite. Highlights sind darin nur verlinkt: Eine Datei lässt sich nicht zurückholen.
digest-file-none = **{ $place }** hat noch keinen Rückblick verschickt. `!digest` zeigt den nächsten.
digest-file-cannot = Hier kann ich keine Dateien senden. `!digest feed an` gibt den Rückblicken stattdessen eine Webadresse.
cmd-digest-feed = Rückblicke im Web lesen, unter einer geheimen Adresse
example-digest-feed = !digest feed an
ask-digest-feed-how = Was soll ich tun? Antworte `an`, `erneuern`, `aus` oder `stand`.
digest-feed-on = Wer diese Adresse hat, liest die Rückblicke von **{ $place }**, ohne Highlights und ohne Neues von Communitys, die keine eigene Adresse haben. Seite: { $page } Feed: { $feed } `!digest feed erneuern` macht die Adresse ungültig und gibt eine andere, `!digest feed aus` beendet es.
digest-feed-renewed = Die alte Adresse von **{ $place }** gilt nicht mehr. Seite: { $page } Feed: { $feed }
digest-feed-off = Die Rückblicke von **{ $place }** stehen nicht im Web.
digest-feed-none = Die Rückblicke von **{ $place }** stehen nicht im Web. `!digest feed an` gibt ihnen eine geheime Adresse.
digest-feed-no-web = Wer mich betreibt, hat mir keine Webadresse geöffnet, daher können dort keine Rückblicke stehen (`monitoring.address` in meinen Einstellungen). `!digest file` gibt dir den letzten als Datei.
cmd-digest-chart = Als Bild zeigen, wie viele jeden Tag mitmachten
example-digest-chart = !digest chart an
ask-digest-chart-how = Mit Bild oder ohne? Antworte `an`, `aus` oder `stand`.
digest-chart-on = Die Rückblicke von **{ $place }** zeigen jetzt als Bild, wie viele jeden Tag mitmachten. `!digest chart` nennt die Zahlen.
digest-chart-off = Die Rückblicke von **{ $place }** kommen ohne Bild.
digest-chart-none = Für **{ $place }** gibt es noch nichts zu zeichnen: In den Tagen des letzten Rückblicks hatte keine Umfrage und kein Treffen fünf Leute.
digest-chart-title = { $place }: Stimmen, Gäste und Neue
digest-added-gone = Die hinzugefügte Zeile ist weg. `!digest add` ergänzt eine andere.
