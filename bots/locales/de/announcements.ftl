# Durchsagen: was ein Netzwerk seinen Communitys sagt.

cmd-announce = Den Communitys des Netzwerks etwas mitteilen
example-announce = !announce "Die Werkstatt hat ab Montag offen" für=sprache:de um=morgen 9 Uhr
ask-announce-text = Was sollen die Communitys lesen? Bevor etwas hinausgeht, siehst du eine Vorschau.
cmd-announce-text = Einer Durchsage einen Text in einer weiteren Sprache geben
example-announce-text = !announce text 3 fr "Le local ouvre lundi"
ask-announce-text-language = In welcher Sprache? Zum Beispiel `fr` oder `English`.
ask-announce-text-text = Was sollen die Communitys lesen, die sie sprechen?
cmd-announce-edit = Eine Durchsage ändern, auch wenn sie schon gesendet ist
example-announce-edit = !announce edit 3 Die Werkstatt hat ab Dienstag offen
ask-announce-edit-text = Was soll stattdessen dastehen?
ask-announce-edit-at = Wann soll sie hinausgehen? Zum Beispiel `morgen 9 Uhr`.
cmd-announce-recall = Eine Durchsage überall zurückholen
example-announce-recall = !announce recall 3
cmd-announce-list = Bisherige und geplante Durchsagen
example-announce-list = !announce list
cmd-announce-show = Was aus einer Durchsage geworden ist
example-announce-show = !announce show 3
cmd-announce-accept = Eine Durchsage hier zeigen, auf Wunsch mit einer Zeile von euch
example-announce-accept = !announce accept 3 Wir sind auch dabei!
cmd-announce-decline = Eine Durchsage hier nicht zeigen oder wieder abnehmen
example-announce-decline = !announce decline 3 Das hatten wir letzte Woche
cmd-announce-answer = Der Koordination etwas zu einer Durchsage sagen
example-announce-answer = !announce answer 3 Wir sind dabei
ask-announce-answer-text = Was soll die Koordination lesen?

# Was eine Community sieht

announce-card = 📢 Durchsage von **{ $network }**:
announce-card-through = 📢 Durchsage von **{ $network }**, über **{ $through }**:
announce-card-line = **{ $community }:** { $line }
announce-card-changed = _Der Wortlaut wurde geändert._
announce-card-footer = _Antworten bleiben in diesem Raum. Mit ✉️ sagst du der Koordination etwas._
announce-answer-button = An die Koordination
announce-changed-afar = _{ $network } hat die Durchsage geändert. Dieser Raum folgt dem Netzwerk nicht mehr, deshalb steht der neue Wortlaut nicht hier._
announce-recalled-here = _{ $network } hat diese Durchsage zurückgeholt._

# Die Vorschau

announce-many-unsent = Es warten schon { $limit } Durchsagen. `!announce list` zeigt sie, und `!announce recall` nimmt eine zurück.
announce-preview-draft = **Durchsage { $number }** von **{ $network }** · noch nicht gesendet
announce-preview-scheduled = **Durchsage { $number }** von **{ $network }** · geplant
announce-preview-text = { $language }:
announce-preview-goes = Für { $count ->
        [one] eine Community
       *[other] { $count } Communitys
    } ({ $audience })
announce-preview-nobody = Keine Community bekäme sie ({ $audience }).
announce-preview-language = • auf { $language }: { $count ->
        [one] eine
       *[other] { $count }
    } ({ $names })
announce-out-deaf = Ohne die, die dem Netzwerk nicht zuhören: { $count } ({ $names })
announce-out-off = Ohne die, die Durchsagen ausgeschaltet haben: { $count } ({ $names })
announce-out-homeless = Ohne die, die keinen Raum haben: { $count } ({ $names })
announce-preview-asks = { $count ->
        [one] In einer davon entscheidet zuerst die Orga
       *[other] In { $count } davon entscheidet zuerst die Orga
    } (binnen { $hours } Stunden).
announce-preview-quiet = { $count ->
        [one] In einer davon wartet sie das Ende der Ruhezeit ab.
       *[other] In { $count } davon wartet sie das Ende der Ruhezeit ab.
    }
announce-preview-urgent = ❗ Dringend: { $count ->
        [one] Sie stört die Ruhezeit einer Community.
       *[other] Sie stört die Ruhezeit von { $count } Communitys.
    }
announce-preview-urgent-only = ❗ Dringend: Sie erscheint auch in der Ruhezeit.
announce-preview-deep = Auch in den Communitys von: { $names }
announce-preview-shallow = Kein Netzwerk darunter hört diesem zu; tiefer geht sie nicht. Deren Koordination kann das dort ändern: `!network listen an`.
announce-preview-now = Sie geht hinaus, sobald du ✅ drückst.
announce-preview-at = Zeit: { $at }
announce-more = und { $count } weitere
announce-send = Senden
announce-send-now = Jetzt senden
announce-confirm = So planen
announce-schedule = Zeit wählen
announce-edit = Bearbeiten
announce-add = { $language } dazu
announce-urgent-on = Dringend
announce-urgent-off = Nicht dringend
announce-deep-on = Weiter nach unten
announce-deep-off = Nur direkt darunter
announce-discard = Verwerfen
announce-unschedule = Nicht senden
announce-sent = Durchsage { $number } ist unterwegs zu { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }. `!announce show { $number }` sagt, wie es läuft, `!announce recall { $number }` holt sie zurück.
announce-scheduled = Durchsage { $number } geht hinaus: { $at }. `!announce recall { $number }` hält sie auf.
announce-missed = Durchsage { $number } war fällig: { $at }. Da war ich weg, und ich habe sie nicht gesendet. `!announce show { $number }` bringt die Vorschau zurück.
announce-sent-card = **Durchsage { $number }** wurde gesendet ({ $at }); zu sehen ist sie in { $count } von { $total }: { $about }
announce-card-recalled = Durchsage { $number } wurde zurückgeholt.
announce-card-dropped = Durchsage { $number } wird nicht gesendet; ihr Text ist vergessen.

# Was nicht geht

announce-elsewhere = Durchsagen macht man in einem Raum des Netzwerks ({ $names }). Schreib es bitte dort.
announce-unknown = { $network } hat keine Durchsage { $given }. `!announce list` zeigt sie.
announce-none = { $network } hat noch nichts durchgesagt. Los geht’s mit `!announce` und deinen Worten.
announce-is-draft = Durchsage { $number } ist noch nicht gesendet.
announce-is-scheduled = Durchsage { $number } ist noch nicht gesendet.
announce-is-sent = Durchsage { $number } ist schon gesendet. `!announce edit { $number }` ändert sie, `!announce recall { $number }` holt sie zurück.
announce-is-recalled = Durchsage { $number } wurde zurückgeholt. Ihr Text ist weg.
announce-is-dropped = Durchsage { $number } wurde verworfen. Ihr Text ist weg.
announce-nobody = Keine Community bekäme Durchsage { $number }. `!announce edit { $number } für=alle` wählt andere.
announce-too-late = Die Zeit von Durchsage { $number } ({ $at }) ist vorbei. Wähl bitte eine andere.
announce-edit-what = Was soll Durchsage { $number } stattdessen sagen? Schreib den neuen Text, oder zum Beispiel `!announce edit { $number } um=Freitag 9 Uhr`.
announce-edit-sent = Durchsage { $number } ist schon gesendet: Nur ihr Text lässt sich noch ändern.
announce-to-mixed = Wen `{ $given }` meint, kann ich nicht sagen. Nenn bitte entweder Namen wie `Lyon, Paris` oder Bedingungen wie `sprache:fr größe:20+`.
announce-to-unknown = Eine Community namens `{ $given }` kenne ich nicht. Es gibt: { $names }. Oder schreib `alle`, `etikett:rad`, `sprache:fr`, `plattform:telegram` oder `größe:20+`.
announce-size = `{ $given }` ist keine Größe. Schreib `größe:20+` für mindestens 20 Leute, `größe:-50` für höchstens 50 oder `größe:20-50`.
announce-platform = Auf `{ $given }` bin ich nicht. Es gibt: { $names }.

# Ändern und zurückholen

announce-change-ask = Durchsage { $number } ({ $language }) lautet dann:
    { $about }
    { $count ->
        [0] Noch zeigt sie keine Community. Sie ändert sich überall, wo dieser Text stünde. Soll ich?
        [one] Sie steht in einer Community und ändert sich überall, wo dieser Text steht. Soll ich?
       *[other] Sie steht in { $count } Communitys und ändert sich überall, wo dieser Text steht. Soll ich?
    }
announce-change-yes = Ändern
announce-changed = Durchsage { $number } ändert sich jetzt überall.
announce-recall-ask = Durchsage { $number } ({ $about }) { $count ->
        [0] ist nirgends zu sehen und kommt auch dort nicht an, wohin sie noch unterwegs ist
        [one] verschwindet aus einer Community und überall, wohin sie noch unterwegs ist
       *[other] verschwindet aus { $count } Communitys und überall, wohin sie noch unterwegs ist
    }. Das lässt sich nicht rückgängig machen. Soll ich?
announce-drop-ask = Durchsage { $number } ({ $about }) ist noch nicht gesendet. Wenn ich sie verwerfe, ist ihr Text endgültig weg. Soll ich sie verwerfen?
announce-recall-yes = Zurückholen
announce-recalled = Durchsage { $number } hole ich jetzt überall zurück.

# Was die Orga entscheidet

announce-ask-show = Durchsage von **{ $network }**. Soll **{ $community }** sie zeigen?
    { $about }
    Antwortet niemand (Frist: { $at }), zeige ich sie.
announce-ask-decline = Durchsage von **{ $network }**. Soll **{ $community }** sie zeigen?
    { $about }
    Antwortet niemand (Frist: { $at }), zeige ich sie nicht.
announce-ask-waiting = Eine Durchsage von **{ $network }** kommt in **{ $community }**: { $at }
    { $about }
announce-ask-shown = **{ $community }** zeigt diese Durchsage von **{ $network }**:
    { $about }
announce-ask-declined = **{ $community }** zeigt diese Durchsage von **{ $network }** nicht:
    { $about }
announce-ask-over = Zu dieser Durchsage von **{ $network }** in **{ $community }** gibt es nichts mehr zu entscheiden.
    { $about }
announce-show-button = Zeigen
announce-line-button = Mit einer Zeile
announce-later-button = Später
announce-decline-button = Nicht zeigen
announce-down-button = Abnehmen
announce-ask-line = Was soll { $community } darunter lesen? Eine Zeile, höchstens 300 Zeichen; `keine` für nichts.
announce-ask-when = Wann soll ich sie in { $community } zeigen? Zum Beispiel `heute 20 Uhr` oder `Freitag 9 Uhr`.
announce-ask-reason = { $community } zeigt sie nicht. Magst du der Koordination sagen, warum? Schreib es, oder `nein`.
announce-reason-kept = Danke. Die Koordination sieht es in ihrem Bericht.
announce-reason-none = In Ordnung, ohne Grund.
announce-now-shown = { $community } zeigt sie jetzt.
announce-now-waiting = { $community } zeigt sie später: { $at }.
announce-now-declined = { $community } zeigt sie nicht.
announce-ask-over-short = In { $community } lässt sie sich nicht mehr zeigen.
announce-wait-too-long = Das ist zu lange hin: höchstens { $days } Tage, bitte.
announce-not-yours = Das entscheidet nur die Orga von { $community }.
announce-shown-already = Sie steht schon da.
announce-over = Zu dieser Durchsage gibt es nichts mehr zu entscheiden.
announce-over-recalled = Diese Durchsage wurde zurückgeholt.
announce-here-none = Bei { $community } ist noch keine Durchsage angekommen.
announce-here-unknown = Eine Durchsage `{ $given }` ist hier nicht angekommen. `!announce list` zeigt sie.
announce-here-which = Mehrere Netzwerke haben eine Durchsage { $given }: { $names }. Schreib den Befehl bitte als Antwort auf die, die du meinst.

# Antworten

announce-answer-circle-named = Was soll ich der Koordination von **{ $network }** weitergeben? Deine nächste Nachricht hier geht in ihren Kreis, mit deinem Namen und eurer Community. Mit `abbrechen` bleibt alles hier.
announce-answer-circle-unnamed = Was soll ich der Koordination von **{ $network }** weitergeben? Deine nächste Nachricht hier geht in ihren Kreis, mit eurer Community, aber ohne deinen Namen. Mit `abbrechen` bleibt alles hier.
announce-answer-room-named = Was soll ich **{ $network }** weitergeben? Deine nächste Nachricht hier geht in den Raum des Netzwerks, wo alle dort sie lesen, mit deinem Namen und eurer Community. Mit `abbrechen` bleibt alles hier.
announce-answer-room-unnamed = Was soll ich **{ $network }** weitergeben? Deine nächste Nachricht hier geht in den Raum des Netzwerks, wo alle dort sie lesen, mit eurer Community, aber ohne deinen Namen. Mit `abbrechen` bleibt alles hier.
announce-answered-circle = An die Koordination von { $network } weitergegeben.
announce-answered-room = In den Raum von { $network } weitergegeben.
announce-take-back = Zurücknehmen
announce-answer-card = ✉️ Zu Durchsage { $number }, { $who } aus **{ $community }**:
    { $about }
announce-answer-gone = _Eine Antwort wurde zurückgenommen._
announce-answer-back = Zurückgenommen und vergessen.
announce-answer-not-yours = Zurücknehmen kann sie nur, wer sie geschrieben hat.
announce-somebody = jemand

# Listen und Bericht

announce-list-title = **Durchsagen von { $network }**
announce-list-footer = `!announce show { $number }` sagt, was aus einer geworden ist.
announce-line-draft = **{ $number }** · Entwurf: { $about }
announce-line-scheduled = **{ $number }** · geplant für { $at }: { $about }
announce-line-sent = **{ $number }** · gesendet { $at }: { $about }
announce-received-title = **Durchsagen in { $community }**
announce-received-footer = `!announce decline 3` nimmt eine ab, `!announce accept 3` zeigt sie.
announce-received = **{ $number }** von { $network } · { $state }: { $about }
announce-state-asked = wartet auf die Orga
announce-state-waiting = kommt später
announce-state-shown = zu sehen
announce-state-declined = nicht gezeigt
announce-state-failed = ließ sich nicht posten
announce-state-deaf = ihr hört nicht zu
announce-state-off = Durchsagen sind aus
announce-state-homeless = kein Raum
announce-state-left = Netzwerk verlassen
announce-report-private = Den Bericht zu Durchsage { $number } schicke ich dir privat.
announce-report-unreachable = Ich kann dir nicht privat schreiben, und der Bericht ist nicht für alle. Schick mir zuerst eine private Nachricht, oder schreib es im Kreis des Netzwerks.
announce-report-title = **Durchsage { $number }**, gesendet { $at } ({ $audience }): { $about }
announce-report-shown = ✅ Zu sehen in { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }: { $names }
announce-report-asked = ❓ Die Orga muss noch entscheiden in { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }: { $names }
announce-report-waiting = ⏰ Später in { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }: { $names }
announce-report-declined = ❌ Nicht gezeigt in { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }: { $names }
announce-report-failed = ⚠️ Ließ sich nicht posten in { $count ->
        [one] einer Community
       *[other] { $count } Communitys
    }: { $names }
announce-report-deaf = Hören nicht zu: { $count } ({ $names })
announce-report-off = Durchsagen ausgeschaltet: { $count } ({ $names })
announce-report-homeless = Ohne Raum: { $count } ({ $names })
announce-report-left = Gegangen, bevor sie zu sehen war: { $count } ({ $names })
announce-place-silent = { $community } (niemand hat geantwortet)
announce-place-reason = { $community } („{ $reason }“)
announce-place-until = { $community } (bis { $at })
announce-place-gone = { $community } (in dem Raum bin ich nicht mehr)
announce-reactions-few = Reaktionen: von weniger als fünf Leuten
announce-reactions = Reaktionen von { $count } Leuten: { $emojis }
announce-reactions-of = • { $community }: { $emojis }
announce-answers = { $count ->
        [one] Eine Antwort:
       *[other] { $count } Antworten:
    }
announce-answer-line = • { $who }, { $community }: { $text }

# Für wen sie ist

audience-words-all = alle allen
audience-words-tag = etikett etiketten tag schlagwort
audience-words-language = sprache sprachen
audience-words-platform = plattform plattformen
audience-words-size = größe groesse leute
audience-all = alle
audience-tags = Etikett: { $names }
audience-languages = Sprache: { $names }
audience-platforms = Plattform: { $names }
audience-least = mindestens { $count ->
        [one] eine Person
       *[other] { $count } Leute
    }
audience-most = höchstens { $count ->
        [one] eine Person
       *[other] { $count } Leute
    }

# Einstellungen

about-announcements = was mit Durchsagen eurer Netzwerke geschieht: gleich `anzeigen`, zuerst die Orga `fragen`, oder `aus`
about-unanswered = was mit einer Durchsage geschieht, wenn die Orga nicht rechtzeitig antwortet: `anzeigen` oder `ablehnen`
about-answer-hours = wie viele Stunden sich die gefragte Orga eine Durchsage überlegen darf
unit-hours = { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
