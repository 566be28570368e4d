# Koordination: was die Koordination eines Netzwerks von seinen Communities sieht und für sie tut.

cmd-tag-add = Einer Community ein Etikett geben, um sie wiederzufinden
example-tag-add = !tag add rad Lyon
ask-tag-add-tag = Welches Etikett? Ein einziges Wort, zum Beispiel `rad`.
ask-tag-add-name = Welche Community bekommt es? Mehrere bitte mit Kommas trennen.
cmd-tag-remove = Einer Community ein Etikett wegnehmen
example-tag-remove = !tag remove rad Lyon
ask-tag-remove-tag = Welches Etikett?
ask-tag-remove-name = Welche Community verliert es? Mehrere bitte mit Kommas trennen.
cmd-tag-list = Die Etiketten im Netzwerk, oder die einer Community
example-tag-list = !tag list
cmd-tag-refuse = Ein Etikett ablehnen, das ein Netzwerk vergeben hat
example-tag-refuse = !tag refuse rad
ask-tag-refuse-tag = Welches Etikett wollt ihr nicht?
cmd-tag-allow = Ein abgelehntes Etikett wieder erlauben
example-tag-allow = !tag allow rad
ask-tag-allow-tag = Welches Etikett darf wieder gelten?
tag-unreadable = `{ $given }` ist kein Etikett. Nimm bitte ein einziges Wort aus Buchstaben und Ziffern, zum Beispiel `rad` oder `grosse-stadt`.
tag-too-long = Dieses Etikett ist zu lang. Es darf höchstens { $limit } Buchstaben haben.
tag-names-many = Das sind zu viele auf einmal. Nenne bitte höchstens { $limit }.
tag-too-many = **{ $place }** hat schon { $limit } Etiketten. Nimm erst eines weg.
tag-added = **{ $place }** hat jetzt das Etikett `{ $tag }`. Ich habe es dort gesagt; die Community kann es ablehnen.
tag-already = **{ $place }** hat das Etikett `{ $tag }` schon.
tag-refused-already = **{ $place }** will das Etikett `{ $tag }` nicht. Nur die Orga dort kann es erlauben.
tag-removed = **{ $place }** hat das Etikett `{ $tag }` nicht mehr.
tag-not = **{ $place }** hat das Etikett `{ $tag }` nicht.
tag-told = Die Koordination von **{ $network }** hat **{ $place }** das Etikett `{ $tag }` gegeben, um euch unter ihren Communities wiederzufinden. `!tag refuse { $tag }` nimmt es weg, `!tag list` zeigt eure Etiketten.
tag-list-title = **Etiketten in { $network }**
tag-line = `{ $tag }` · { $count ->
        [one] eine Community
       *[other] { $count } Communities
    }
tag-list-part = Etiketten von **{ $place }**: { $tags }.
tag-list-part-none = **{ $place }** hat keine Etiketten.
tag-none-used = **{ $network }** hat noch keine Etiketten. `!tag add rad Lyon` gibt einer Community eines.
tag-own-title = **Etiketten von { $place }**
tag-own-line = • `{ $tag }` in { $network }
tag-own-refused = • `{ $tag }` in { $network }: abgelehnt
tag-own-foot = `!tag refuse rad` lehnt eines ab, `!tag allow rad` erlaubt es wieder.
tag-none-given = Kein Netzwerk hat **{ $place }** ein Etikett gegeben.
tag-not-given = **{ $place }** hat kein Etikett `{ $tag }`. Es gibt: { $tags }.
tag-refused = Erledigt: **{ $network }** kann das Etikett `{ $tag }` für euch nicht mehr verwenden. `!tag allow { $tag }` erlaubt es wieder.
tag-refused-before = Das Etikett `{ $tag }` habt ihr schon abgelehnt.
tag-not-refused = Das Etikett `{ $tag }` habt ihr nicht abgelehnt.
tag-allowed = Erledigt: **{ $network }** kann das Etikett `{ $tag }` für euch wieder verwenden.
cmd-communities = Wie es bei den Communities des Netzwerks läuft
example-communities = !communities tag:rad
communities-title = **{ $network }**, letzte { $days } Tage{ $count ->
        [0] : Niemand braucht gerade Hilfe.
        [one] : Eine Community könnte Hilfe brauchen.
       *[other] : { $count } Communities könnten Hilfe brauchen.
    }
communities-filtered = **{ $network }**, letzte { $days } Tage, `{ $filter }`
communities-foot = `!communities Lyon` zeigt eine, `!communities still` oder `!communities etikett=rad sprache=de plattform=matrix größe=5-50` einige.
communities-elsewhere = Das zeige ich im Raum des Netzwerks, wo die Koordination es liest: { $names }.
communities-none = Keine Community passt zu `{ $filter }`.
communities-filter-long = { $count } Communities passen; das ist mehr als eine Seite, und der Filter ist zum Blättern zu lang. Bitte grenz ihn ein oder lass etwas weg.
communities-network = ▪ **{ $place }** (Netzwerk) · { $count ->
        [one] eine Community
       *[other] { $count } Communities
    }
communities-held-back = • { $place }: behält seinen Stand für sich
communities-line = • **{ $place }** – { $state }
communities-line-hand = ⚠️ **{ $place }** – { $state }
communities-sheet = **{ $place }**, letzte { $days } Tage
communities-sheet-held = • Termine: { $events } · Umfragen: { $polls }
communities-sheet-rooms = • Räume: { $active } · verlorene Räume: { $lost }
communities-few-newcomers = weniger als fünf Neue
communities-newcomers = Neue: { $arrived }, begrüßt: { $greeted }
communities-newcomers-few-greeted = Neue: { $arrived }, weniger als fünf begrüßt
communities-newcomers-most-greeted = Neue: { $arrived }, die meisten begrüßt
communities-events = { $count ->
        [one] ein Termin
       *[other] { $count } Termine
    }
communities-polls = { $count ->
        [one] eine Umfrage
       *[other] { $count } Umfragen
    }
need-room = { $count ->
        [one] ein Raum ist verloren
       *[other] { $count } Räume sind verloren
    }
need-room-none = hat keinen Raum mehr
need-connector = { $count ->
        [one] seit einem Tag nichts von der Orga
       *[other] seit { $count } Tagen nichts von der Orga
    }
need-connector-none = hat keine Orga
need-newcomer = jemand Neues wartet seit gestern oder länger
seen-today = Orga heute aktiv
seen-days = { $count ->
        [one] Orga gestern aktiv
       *[other] Orga vor { $count } Tagen aktiv
    }
seen-not-yet = noch nichts von der Orga
filter-tag = etikett
filter-lang = sprache
filter-platform = plattform
filter-size = größe
filter-quiet = still
filter-unknown = Nach `{ $given }` kann ich nicht auswählen. Es geht nach `etikett:rad`, `sprache:de`, `plattform:matrix` und `größe:5-50`.
filter-size-unclear = `{ $given }` verstehe ich nicht als Größe. Schreib zum Beispiel `größe:5-50`, `größe:50-` oder `größe:-10`.
discreet-sent = Ich habe es dir privat geschickt: Nur die Koordination soll es lesen.
discreet-unreachable = Ich kann dir nicht privat schreiben. Schreib mir erst eine private Nachricht, oder frag im Kreis des Netzwerks.
discreet-where = Im Kreis des Netzwerks kann ich dir alle Seiten zeigen.
