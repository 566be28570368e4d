# Der Bot in einem Raum.

intro = Hallo! Ich bin **glocal**. Ich begrüße Neue, mache Umfragen, plane Termine und erinnere euch daran; was sich herumsprechen soll, gebe ich an euer Netzwerk weiter.
    Ich merke mir Stimmen, Antworten und Termine, nicht eure Gespräche. Nichts verlässt diesen Raum, solange die Orga das Teilen nicht einschaltet, und wenn doch, sage ich euch Bescheid.
    Los geht’s, sobald jemand von der Moderation `!setup` schreibt; `!help` zeigt den Rest. · _In English:_ `!setup`_, then answer “en”._
intro-direct = Hallo! Ich bin **glocal**, der Bot deiner Community. Hier frage ich dich manchmal etwas privat; `!help` zeigt, was ich kann, `!me`, was ich über dich weiß.
intro-back = Ich bin wieder da, bei **{ $community }**. `!help` zeigt, was ich kann.
room-lost = Ich wurde aus dem Raum „{ $room }“ entfernt. Umfragen, Termine und Erinnerungen dort machen Pause, bis mich wieder jemand einlädt.
room-closed = Der Raum „{ $room }“ ist zu. Umfragen, Termine und Erinnerungen dort machen Pause, bis er wieder aufmacht.
room-back = Ich bin wieder im Raum „{ $room }“. Umfragen, Termine und Erinnerungen dort gehen weiter.
room-moved = Dieser Raum ist umgezogen, und ich bin mitgekommen – mit allen Umfragen, Terminen und Einstellungen.
room-unreadable = Einige verschlüsselte Nachrichten hier kann ich nicht lesen, weil mir die Schlüssel fehlen. Schickt bitte noch mal, was für mich war.
    Wenn das so bleibt: Erlaubt in den Einstellungen eurer App, dass Schlüssel auch an nicht verifizierte Sitzungen gehen. Ich sage das nur einmal.
private-hint = Das habe ich nicht verstanden. `!help` zeigt, was ich hier kann.
right-missing-for-bot = In „{ $room }“ durfte ich etwas nicht: Mir fehlt das Recht „{ $right }“. Gebt es mir bitte in den Einstellungen des Raums; bis dahin klappt das nicht.
help-title = **Das kannst du mich hier fragen**
help-foot = `!help` und dahinter ein Befehl zeigt ein Beispiel. Fehlt etwas, frage ich nach; mit `abbrechen` hörst du auf.
help-example = Zum Beispiel: `{ $example }`
who-anyone = Das können alle.
who-connector = Das können Orga und Moderation.
who-coordinator = Das kann die Koordination des Netzwerks.
who-admin = Das kann die Moderation dieses Raums.
cmd-help = Was ich hier kann
example-help = !help poll
cmd-cancel = Abbrechen, wonach ich gerade frage
example-cancel = !cancel
cmd-check = Nachsehen, ob mir hier Rechte fehlen
example-check = !check
rights-asked = Ich sehe nach; die Antwort kommt hier.
rights-complete = Ich habe hier alle Rechte, die ich brauche.
rights-missing = In „{ $room }“ fehlen mir diese Rechte:
rights-line = • **{ $name }**: { $breaks }
rights-again = Wer hier Admin ist, kann sie mir geben; mit `!check` sehe ich noch mal nach.
rights-breaks-read = Ich sehe nicht, was geschrieben wird, also auch keine Befehle und Reaktionen
rights-breaks-send = Ich kann hier nichts schreiben
rights-breaks-history = Ich kann nicht nachlesen, was war, als ich weg war, und auch keine Nachricht, die geteilt werden soll
rights-breaks-react = Reaktionen: Ich kann keine setzen und eure nicht sehen, also kommt durch sie nichts ins Netzwerk
rights-breaks-edit-others = Ich kann Nachrichten von anderen nicht entfernen, wenn mich jemand darum bittet
rights-breaks-embed = Vorschauen und gerahmte Texte fehlen
rights-breaks-attach = Dateien fehlen in dem, was ich teile, und zu Terminen gibt es keine Datei für euren Kalender
rights-breaks-threads = Ich kann in Threads nicht antworten
rights-breaks-events = Termine erscheinen hier nicht im Kalender
rights-breaks-panels = Karten sind einfache Nachrichten, ohne Farben und Spalten
rights-breaks-members = Ich sehe nicht, wer dazukommt, und begrüße niemanden
rights-breaks-commands = Meine Befehle stehen nicht in der Liste
rights-breaks-content = Ich sehe nur Befehle mit / und Knöpfe, also lässt sich von hier keine Nachricht teilen
rights-breaks-moderate = Ich kann niemanden reinlassen, der anfragt
rights-breaks-polls = Umfragen dieser Plattform kann ich nicht starten
start-here = Hallo! `!help` zeigt, was ich hier kann.
