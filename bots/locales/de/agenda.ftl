# Die Monatsübersicht
agenda-title = **{ $month }**
agenda-title-coming = **Bis { $last }**
agenda-day = **{ $day }**
agenda-line = { $when } · **{ $number }** { $title }{ $place }
agenda-line-later = { $when } · { $title }{ $place }
agenda-line-of = { $when } · { $title } ({ $community }){ $place }
agenda-all-day = ganztägig
agenda-until = bis { $day }
agenda-empty = { $span }: Noch ist nichts geplant. `!agenda Dezember` zeigt einen anderen Monat, `!event list` alles, was ansteht.
agenda-title-tagged = { $title } · 🏷️ { $tag }
agenda-empty-tag = { $span }: Mit diesem Etikett ist nichts geplant. `!agenda` zeigt alles.
event-tags = 🏷️ { $tags }
event-tags-many = Das sind zu viele Etiketten: Ein Termin hat höchstens { $limit }.
agenda-month-unreadable = `{ $given }` kann ich nicht als Monat lesen. Schreib zum Beispiel `Dezember`, `Dezember 2027` oder `nächster Monat`.
agenda-words-this = dieser monat, diesen monat, dieser
agenda-words-next = nächster monat, nächsten monat, nächster
cmd-agenda = Der kommende Monat Tag für Tag, oder ein anderer
example-agenda = !agenda Dezember

# Der Kalender im Web
cmd-event-feed = Der Kalender für Handys und Programme, unter einer geheimen Adresse
example-event-feed = !event feed an
ask-event-feed-how = Was soll ich tun? Antworte `an`, `erneuern`, `aus`, `stand` oder `datei`.
event-feed-on = Trag diese Adresse als Abonnement in dein Kalenderprogramm ein: { $feed } Wer sie hat, liest die Termine von **{ $place }**, die allen Mitgliedern offenstehen, aus dem letzten Jahr und alle kommenden, ohne verborgene Links. `!event feed erneuern` ersetzt sie, `!event feed aus` beendet sie.
event-feed-renewed = Die alte Adresse von **{ $place }** gilt nicht mehr. Die neue: { $feed }
event-feed-renew-ask = Die Adresse des Kalenders von **{ $place }** ersetzen? Wer ihn abonniert hat, muss die neue eintragen.
event-feed-renew-yes = Ersetzen
event-feed-off-ask = Den Kalender von **{ $place }** aus dem Web nehmen? Die Adresse gilt dann für niemanden mehr und kommt nicht zurück.
event-feed-off-yes = Herausnehmen
event-feed-off = Der Kalender von **{ $place }** steht nicht im Web.
event-feed-none = Der Kalender von **{ $place }** steht nicht im Web. `!event feed an` gibt ihm eine geheime Adresse, `!event feed datei` schickt ihn als Datei.
event-feed-no-web = Wer mich betreibt, hat mir keine Webadresse geöffnet, daher kann der Kalender dort nicht stehen (`monitoring.address` in meinen Einstellungen). `!event feed datei` schickt ihn als Datei.
event-feed-sent = Ich habe dir die Adresse privat geschickt.
event-feed-unreachable = Ich kann dir nicht privat schreiben. Schreib mir zuerst eine private Nachricht, dann noch einmal `!event feed`.
event-feed-file = 📆 Der Kalender von **{ $place }**, wie er jetzt ist:
event-feed-cannot = So große Dateien kann ich hier nicht senden. `!event feed an` gibt dem Kalender stattdessen eine Webadresse.

# Der eigene Kalender
cmd-me-calendar = Deine Termine als Kalender fürs Handy
example-me-calendar = !me calendar
ask-me-calendar-how = Was soll ich tun? Antworte `an`, `erneuern`, `aus` oder `datei`.
own-calendar-name = Meine Termine
own-calendar-on = Trag diese Adresse als Abonnement in dein Kalenderprogramm ein: { $feed } Darin stehen die Termine, zu denen du ja oder vielleicht gesagt hast, aus allen deinen Communitys, mit den Links, die nur erfährt, wer kommt. Behalte sie also für dich. `!me calendar erneuern` ersetzt sie, `!me calendar aus` beendet sie.
own-calendar-renewed = Die alte Adresse deines Kalenders gilt nicht mehr. Die neue: { $feed }
own-calendar-renew-ask = Die Adresse deines Kalenders ersetzen? Wo du ihn abonniert hast, musst du die neue eintragen.
own-calendar-off-ask = Deinen Kalender aus dem Web nehmen? Die Adresse gilt dann nicht mehr und kommt nicht zurück.
own-calendar-off = Dein Kalender steht nicht im Web.
own-calendar-none = Dein Kalender steht nicht im Web. `!me calendar` gibt ihm eine geheime Adresse, `!me calendar datei` schickt ihn als Datei.
own-calendar-no-web = Wer mich betreibt, hat mir keine Webadresse geöffnet, daher kann dein Kalender dort nicht stehen (`monitoring.address` in meinen Einstellungen). `!me calendar datei` schickt ihn als Datei.
own-calendar-sent = Ich habe dir privat geschrieben.
own-calendar-unreachable = Ich kann dir nicht privat schreiben. Schreib mir zuerst eine private Nachricht, dann noch einmal `!me calendar`.
own-calendar-file = 📆 Die Termine, zu denen du ja oder vielleicht gesagt hast, wie sie jetzt sind:
own-calendar-cannot = So große Dateien kann ich hier nicht senden. `!me calendar` gibt dir stattdessen eine Webadresse.
