# Koordination: was die Koordination eines Netzwerks von seinen Communitys sieht und für sie tut.

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
network-part-words = für, über, zu, von, bei, in
network-names-many = Das sind zu viele auf einmal. Nenne bitte höchstens { $limit }.
tag-too-many = **{ $place }** hat schon { $limit } Etiketten. Nimm erst eines weg.
tag-added = **{ $place }** hat jetzt das Etikett `{ $tag }`. Ich habe es dort gesagt; die Community kann es ablehnen.
tag-already = **{ $place }** hat das Etikett `{ $tag }` schon.
tag-refused-already = **{ $place }** will das Etikett `{ $tag }` nicht. Nur die Orga dort kann es erlauben.
tag-removed = **{ $place }** hat das Etikett `{ $tag }` nicht mehr.
tag-not = **{ $place }** hat das Etikett `{ $tag }` nicht.
tag-told = Die Koordination von **{ $network }** hat **{ $place }** das Etikett `{ $tag }` gegeben, um euch unter ihren Communitys wiederzufinden. `!tag refuse { $tag }` nimmt es weg, `!tag list` zeigt eure Etiketten.
tag-list-title = **Etiketten in { $network }**
tag-line = `{ $tag }` · { $count ->
        [one] eine Community
       *[other] { $count } Communitys
    }
tag-list-part = Etiketten von **{ $place }**: { $tags }.
tag-list-part-none = **{ $place }** hat keine Etiketten.
tag-none-used = **{ $network }** hat noch keine Etiketten. `!tag add rad Lyon` gibt einer Community eines.
tag-own-title = **Etiketten von { $place }**
tag-own-line = • `{ $tag }` in { $network }
tag-own-refused = • `{ $tag }` in { $network }: abgelehnt
tag-own-footer = `!tag refuse rad` lehnt eines ab, `!tag allow rad` erlaubt es wieder.
tag-none-given = Kein Netzwerk hat **{ $place }** ein Etikett gegeben.
tag-not-given = **{ $place }** hat kein Etikett `{ $tag }`. Es gibt: { $tags }.
tag-refused = Erledigt: **{ $network }** kann das Etikett `{ $tag }` für euch nicht mehr verwenden. `!tag allow { $tag }` erlaubt es wieder.
tag-refused-before = Das Etikett `{ $tag }` habt ihr schon abgelehnt.
tag-not-refused = Das Etikett `{ $tag }` habt ihr nicht abgelehnt.
tag-allowed = Erledigt: **{ $network }** kann das Etikett `{ $tag }` für euch wieder verwenden.
cmd-communities = Wie es bei den Communitys des Netzwerks läuft
example-communities = !communities tag:rad
communities-title = **{ $network }**, letzte { $days } Tage{ $count ->
        [0] : Niemand braucht gerade Hilfe.
        [one] : Eine Community könnte Hilfe brauchen.
       *[other] : { $count } Communitys könnten Hilfe brauchen.
    }
communities-filtered = **{ $network }**, letzte { $days } Tage, `{ $filter }`
communities-footer = `!communities Lyon` zeigt eine, `!communities still` oder `!communities etikett=rad sprache=de plattform=matrix größe=5-50` einige.
communities-elsewhere = Das zeige ich im Raum des Netzwerks, wo die Koordination es liest: { $names }.
communities-none = Keine Community passt zu `{ $filter }`.
communities-filter-long = { $count } Communitys passen; das ist mehr als eine Seite, und der Filter ist zum Blättern zu lang. Bitte grenz ihn ein oder lass etwas weg.
communities-network = ▪ **{ $place }** (Netzwerk) · { $count ->
        [one] eine Community
       *[other] { $count } Communitys
    }
communities-held-back = • { $place }: behält ihren Stand für sich
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
size-few = Gruppen mit weniger als fünf Leuten zähle ich nicht, daher kann ich nicht nach `{ $given }` auswählen. Schreib zum Beispiel `größe:-4` für alle Communitys mit weniger als fünf Leuten oder `größe:5-50`.
filter-size-unclear = `{ $given }` verstehe ich nicht als Größe. Schreib zum Beispiel `größe:5-50`, `größe:50-` oder `größe:-10`.
private-list-sent = Ich habe es dir privat geschickt: Nur die Koordination soll es lesen.
private-list-unreachable = Ich kann dir nicht privat schreiben. Schreib mir erst eine private Nachricht, oder frag im Kreis des Netzwerks.
private-list-where = Im Kreis des Netzwerks kann ich dir alle Seiten zeigen.
cmd-alerts = Was ich der Koordination über ihre Communitys sage
example-alerts = !alerts orga 21 Tage
alerts-title = **Was ich der Koordination von { $network } sage**, sobald die Orga der Community Bescheid weiß
alerts-line-connector = • `{ $kind }`: { $span } lang nichts von der Orga
alerts-line-newcomer = • `{ $kind }`: jemand Neues wartet { $span } lang
alerts-line-room = • `{ $kind }`: ein Raum ist { $span } lang verloren
alerts-line-off = • `{ $kind }`: aus
alerts-line-untold = • aus für: { $names }
alerts-footer = `!alerts orga 21 Tage` ändert eines, `!alerts neuzugang aus` schaltet es ab, `!alerts aus` alle, `!alerts aus Lyon` alles über eine Community.
alerts-of-network = **{ $given }** ist ein Netzwerk: Von seinen Communitys erfährt seine eigene Koordination. Nenn eine Community.
alerts-length = `{ $given }` verstehe ich für `{ $kind }` nicht als Dauer. Schreib zum Beispiel `21 Tage` oder `12 Stunden` (mindestens zwei Stunden, bei der Orga zwei Tage; höchstens ein Jahr), `an` oder `aus`.
alert-connector = **{ $place }**: { $count ->
        [one] seit einem Tag nichts von der Orga.
       *[other] seit { $count } Tagen nichts von der Orga.
    } Eine Nachricht an sie hilft vielleicht.
alert-nobody = In **{ $place }** ist niemand mehr in der Orga.
alert-nobody-footer = Mit `!network handover` schlägst du dort jemanden vor. Wenn es so bleibt, sage ich es in { $days } Tagen noch einmal; `!alerts` ändert, was ich melde.
alert-newcomer = **{ $place }**: Jemand Neues wartet auf ein Hallo, seit { $since }.
alert-room = **{ $place }**: Einer der Räume ist mir verloren gegangen; gemerkt habe ich es { $since }. Jemand dort kann mich wieder einladen.
alert-footer = Die Orga dort weiß es. Wenn es so bleibt, sage ich es in { $days } Tagen noch einmal; `!alerts` ändert, was ich sage.
alert-more = Noch mehr Communitys von **{ $network }** brauchen vielleicht Hilfe. `!communities` zeigt alle, die dringendsten zuerst.
alert-over-connector = ✅ **{ $place }**: Die Orga ist wieder da.
alert-over-newcomer = ✅ **{ $place }**: Alle Neuen sind begrüßt.
alert-over-room = ✅ **{ $place }**: Ich bin wieder in allen Räumen.
alert-dropped = **{ $place }**: Darauf achte ich nicht mehr.
alert-own-connector = { $count ->
        [one] Seit einem Tag hat niemand aus der Orga von { $place } hier etwas geschrieben oder getan. Ein Wort von euch genügt.
       *[other] Seit { $count } Tagen hat niemand aus der Orga von { $place } hier etwas geschrieben oder getan. Ein Wort von euch genügt.
    }
alert-own-newcomer = Jemand Neues wartet auf ein Hallo, seit { $since }.
alert-own-room = In einem der Räume von { $place } bin ich nicht mehr. Ladet mich bitte wieder ein, oder schreibt dort `!help`, falls ich noch da bin.
alert-own-footer = Wenn es so bleibt, sage ich es der Koordination von **{ $network }**, damit sie helfen kann. Mit `!network share zustand aus` bleibt so etwas hier.
choice-connector = orga
choicelike-connector = orgas
choice-newcomer = neuzugang
choicelike-newcomer = neuzugänge, neue, neuen
choice-room = raum
choicelike-room = räume
cmd-handover = Jemanden bitten, die Orga zu übernehmen oder mitzumachen
example-handover = !handover @anna:example.org
ask-handover-person = Wer soll sich um diese Community kümmern? Erwähne die Person oder schreib ihren ganzen Namen.
cmd-network-handover = Jemanden für eine Community ohne Orga vorschlagen
example-network-handover = !network handover Lyon anna
ask-network-handover-name = Welche Community braucht eine Orga?
ask-network-handover-person = Wen von ihren Leuten schlägst du vor? Schreib den ganzen Namen.
handover-not-yours = Nur die Orga von { $community } kann sie übergeben. Wer diesen Raum moderiert, kann mit `!connector add` jemanden benennen.
handover-network = { $network } kann mehrere in der Koordination haben: `!connector add` und ein Name holt jemanden dazu, und mit `!connector remove` und deinem eigenen Namen hörst du danach selbst auf.
handover-self = Das bist du selbst: Du bist schon in der Orga. Sag, wer sich mit dir um die Community kümmern soll.
handover-already = { $name } ist schon in der Orga. Wenn du selbst aufhören willst, schreib `!connector remove` mit deinem Namen.
handover-ask = { $name }: { $who } bittet dich, in der Orga von **{ $community }** mitzumachen. Ihr wärt das gemeinsam, bis jemand von euch aufhört.
handover-accept = Mache ich
handover-decline = Lieber nicht
handover-over = Das ist schon entschieden.
handover-done = { $name } ist jetzt in der Orga von **{ $community }**.
handover-declined = { $name } möchte lieber nicht in die Orga von **{ $community }**.
handover-objected = { $name } kommt nicht in die Orga von **{ $community }**: Jemand aus der Community hat widersprochen.
handover-ended = Aus der Anfrage an { $name } für **{ $community }** ist nichts geworden.
handover-step-ask = { $who }: { $name } ist jetzt in der Orga. Hörst du auf, oder bleibst du auch dabei?
handover-step-back = Ich höre auf
handover-stay = Ich bleibe
handover-stays = Schön: Ihr seid beide in der Orga.
handover-stepped = Du bist nicht mehr in der Orga. Danke, dass du dich um diese Community gekümmert hast!
handover-stepped-already = Du bist schon nicht mehr in der Orga.
proposal-posted = Ich habe im Raum von **{ $community }** gefragt: { $name } kommt in die Orga, wenn die Person zusagt und jemand von der Moderation dort zustimmt, oder wenn { $days } Tage lang niemand widerspricht.
proposal-held-back = **{ $community }** behält ihren Stand für sich. Wer sich um sie kümmert, bestimmen ihre eigenen Leute und die Moderation dort.
proposal-has-connector = **{ $community }** hat eine Orga, die vor Kurzem aktiv war. Frag bitte dort: Mit `!handover` lässt sich die Orga übergeben.
proposal-open = In **{ $community }** ist schon jemand gefragt und hat noch nicht geantwortet.
proposal-objected-before = Jemand aus **{ $community }** hat dem letzten Vorschlag widersprochen. Wieder vorschlagen kannst du ab { $at }.
proposal-no-room = **{ $community }** hat keinen Raum, in dem ihre Leute es lesen und widersprechen könnten.
proposal-not-member = { $name } wurde in **{ $community }** noch nicht gesehen. Schlag bitte jemanden von dort vor.
proposal-ask = { $name }: Die Koordination von **{ $network }** schlägt dich für die Orga von **{ $community }** vor, weil hier lange nichts von der Orga kam.
    Dazu braucht es dein Ja und die Zustimmung von jemandem, der diesen Raum moderiert. Antwortet von dort niemand, gilt es ab { $at }, außer jemand aus diesem Raum widerspricht.
proposal-ask-willing = { $name } ist bereit für die Orga von **{ $community }**, wie es die Koordination von **{ $network }** vorschlägt, weil hier lange nichts von der Orga kam.
    Wer diesen Raum moderiert, kann zustimmen. Antwortet niemand, gilt es ab { $at }, außer jemand aus diesem Raum widerspricht.
proposal-take = Mache ich
proposal-agree = Zustimmen (Moderation)
proposal-object = Widersprechen
proposal-objected = Notiert: Daraus wird nichts. Ich sage der Koordination, dass jemand widersprochen hat, nicht wer.
proposal-noted = Notiert.
proposal-moderator = Zustimmen kann nur, wer diesen Raum moderiert. Als Mitglied kannst du widersprechen.
proposal-done = **{ $community }** hat wieder eine Orga, wie ihr es vorgeschlagen habt.
proposal-declined = **{ $community }**: Die vorgeschlagene Person möchte lieber nicht.
proposal-ended = **{ $community }**: Aus eurem Vorschlag ist nichts geworden. Niemand hat zugesagt, oder die Orga ist wieder da.
proposal-objected-told = **{ $community }**: Jemand aus der Community hat eurem Vorschlag widersprochen. Daraus wird nichts.
