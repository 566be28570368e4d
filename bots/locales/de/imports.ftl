# Termine aus anderen Kalendern

cmd-event-import = Termine eines anderen Kalenders übernehmen
example-event-import = !event import https://example.org/termine.ics
event-import-what = Welcher Kalender? Schreib seine Adresse (sie endet oft auf `.ics`), oder schick mir die Datei.
event-import-address = `{ $given }` ist keine Adresse eines Kalenders. Sie beginnt mit `https://` oder `webcal://`; Kalenderprogramme nennen sie „iCal“ oder „ICS“. Zum Beispiel: `!event import https://example.org/termine.ics`
event-import-many = Hier kann ich { $limit } Kalendern folgen. `!event import aus` beendet erst einen davon.
event-import-reading = Ich lese den Kalender …
event-import-busy = Ich lese hier noch einen Kalender. Versuch es in zwei Minuten noch einmal.
event-import-again = Ich lese **{ $name }** noch einmal.
event-import-nothing = Der Kalender ist lesbar, aber nichts darin steht noch bevor. Was dort als privat markiert ist, bleibt draußen.
event-import-nothing-new = Alles darin, was noch bevorsteht, ist schon hier.
event-import-preview = { $count ->
        [one] **{ $name }**: ein Termin.
       *[other] **{ $name }**: { $count } Termine. Die nächsten:
    }
event-import-line-entry = • { $when } · { $title }
event-import-skipped = { $count ->
        [one] Ein Eintrag ist nicht lesbar und bleibt draußen.
       *[other] { $count } Einträge sind nicht lesbar und bleiben draußen.
    }
event-import-ask = Soll ich sie übernehmen? Alle hier werden sie sehen, und ich folge ihren Änderungen.
event-import-ask-file = Soll ich sie übernehmen? Alle hier werden sie sehen. Späteren Änderungen in einer Datei kann ich nicht folgen.
event-import-yes = Übernehmen
event-import-begun = Ich übernehme sie.
event-imported = { $count ->
        [0] 📥 Nichts Neues in **{ $name }**.
        [one] 📥 Ein Termin ist aus **{ $name }** da. Seine Karte erscheint eine Woche vorher; `!event list` zeigt ihn schon.
       *[other] 📥 { $count } Termine sind aus **{ $name }** da. Ihre Karten erscheinen eine Woche vorher; `!event list` zeigt sie schon.
    }
event-imported-more = { $count ->
        [one] 📥 **{ $name }** hat einen Termin mehr: `!event list`
       *[other] 📥 **{ $name }** hat { $count } Termine mehr: `!event list`
    }
event-import-gone = Steht nicht mehr im Kalender { $name }
event-import-trouble = ⚠️ Seit einiger Zeit kann ich **{ $name }** nicht lesen. { $why } Ich versuche es weiter; `!event import aus` beendet es.
event-import-none = Hier wird kein Kalender übernommen. `!event import` mit einer Adresse macht das.
event-import-status = **Übernommene Kalender**
event-import-line = **{ $number }** { $name } ({ $host }): { $count ->
        [one] ein Termin steht bevor
       *[other] { $count } Termine stehen bevor
    }, gelesen { $at }
event-import-line-file = **{ $number }** { $name } (Datei): { $count ->
        [one] ein Termin steht bevor
       *[other] { $count } Termine stehen bevor
    }
event-import-line-problem = **{ $number }** { $name } ({ $host }): { $count ->
        [one] ein Termin steht bevor
       *[other] { $count } Termine stehen bevor
    }. ⚠️ { $why }
event-import-which = Welcher? `!event import stand` zeigt ihre Nummern, zum Beispiel: `!event import aus 2`
event-import-off-ask = **{ $name }** nicht mehr folgen? Die Termine bleiben hier, wie sie sind; ich lese nur den Kalender nicht mehr.
event-import-off-yes = Nicht mehr folgen
event-import-off = Ich lese **{ $name }** nicht mehr. Die Termine gehören jetzt euch: `!event list`
event-import-problem-unreachable = Unter dieser Adresse erreiche ich den Kalender nicht. Öffnet sie sich im Browser ohne Anmeldung?
event-import-problem-private = Diese Adresse führt in ein privates Netz, dort lese ich nicht.
event-import-problem-gone = Unter dieser Adresse gibt es keinen Kalender (mehr).
event-import-problem-refused = Der Server lässt mich den Kalender nicht lesen. Ist er öffentlich, oder gibt es eine Adresse zum Teilen?
event-import-problem-large = Der Kalender ist mir zu groß: höchstens 5 MB. Kannst du nur das exportieren, was bevorsteht?
event-import-problem-slow = Den Kalender zu lesen dauert zu lange. Versuch es bitte später noch einmal.
event-import-problem-unreadable = Das ist keine Kalenderdatei (ICS). Such nach „iCal“ oder „ICS“, wo sich der Kalender teilen lässt.
event-source = 📥 Aus dem Kalender „{ $name }“
