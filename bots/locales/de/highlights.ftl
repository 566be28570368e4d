# Nachrichten, die ins Netzwerk wandern.

highlight-from = **{ $community }** · { $author }
highlight-from-somebody = Jemand aus **{ $community }**
highlight-heard = Aus **{ $network }**: { $origin }
highlight-attachments = { $count ->
        [one] (mit einem Anhang)
       *[other] (mit { $count } Anhängen)
    }
highlight-footer = { $link } · { $count ->
        [0] noch keine Reaktionen
        [one] einer Person gefällt das
       *[other] { $count } Leuten gefällt das
    }
highlight-link = zur Originalnachricht
highlight-no-link = Original nicht verlinkbar
highlight-held = { $who }, deine Nachricht teile ich { $minutes ->
        [0] gleich
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } ({ $at }) mit **{ $network }**, { $signed }:
    { $about }
highlight-held-later = { $who }, deine Nachricht teile ich nach der Ruhezeit um { $at } mit **{ $network }**, { $signed }:
    { $about }
highlight-with-name = mit deinem Namen
highlight-without-name = ohne deinen Namen
highlight-published = Jetzt auch bei **{ $network }** zu sehen:
    { $about }
highlight-let-go = Doch nicht geteilt:
    { $about }
highlight-stopped = Eine Nachricht ist in diesem Raum geblieben.
highlight-stop = Doch nicht teilen
highlight-take-back = Zurücknehmen
highlight-name = Meinen Namen zeigen
highlight-refused = Diese Nachricht bleibt hier: Sie lässt sich nicht teilen.
highlight-nominated = Notiert. Bevor ich sie teile, kündige ich es hier an.
highlight-nominated-later = Notiert. Hier ist gerade Ruhezeit: Um { $at } kündige ich es hier an, danach teile ich es.
highlight-named = Dein Name steht jetzt dabei.
highlight-stopped-by-you = Sie bleibt hier. Was anderswo schon zu sehen war, nehme ich zurück.
highlight-stopped-from-afar = Hier und überall sonst nehme ich sie zurück; in ihrem eigenen Raum bleibt sie stehen.
highlight-stop-not-yours = Zurücknehmen kann die Nachricht nur, wer sie geschrieben hat, die Orga der Community oder die Koordination des Netzwerks.
highlight-name-not-yours = Den Namen kann nur zeigen, wer die Nachricht geschrieben hat.
highlight-relaying-off = Das Teilen ist in diesem Raum aus, also bleibt alles hier. Die Orga kann es mit `!relay an` einschalten.
highlight-nowhere = Zurzeit zeigt kein Netzwerk Nachrichten von hier. `!network` zeigt die Netzwerke, und was zu jedem geht.
highlight-no-reply = Antworte auf die Nachricht, die sich herumsprechen soll, und schreib in die Antwort `!highlight`.
highlight-stop-no-reply = Antworte auf die Nachricht, die hierbleiben soll, und schreib in die Antwort `!highlight stop`.
highlight-stop-nothing = Diese Nachricht sollte gar nicht geteilt werden.
highlight-is-asked = Ich habe die Person, die diese Nachricht geschrieben hat, schon gefragt. Ohne ihr Ja bleibt sie hier.
highlight-is-held = Diese Nachricht ist schon unterwegs.
highlight-is-published = Diese Nachricht ist schon im Netzwerk zu sehen.
highlight-is-withdrawn = Diese Nachricht wurde zurückgenommen und bleibt hier.
highlight-is-refused = Diese Nachricht bleibt hier: Sie lässt sich nicht teilen.
relay-notice = **Das Teilen ist an.** Ab jetzt teile ich mit **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}und darüber mit **{ $wider }**
    } eine Nachricht von hier, wenn { $threshold ->
        [one] eine Person darauf reagiert
       *[other] { $threshold } Leute darauf reagieren
    } oder die Orga sie vorschlägt. Ich kündige es hier an und warte { $minutes ->
        [0] nur kurz
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Ältere Nachrichten bleiben hier. Deinen Namen lasse ich weg, außer du willst ihn dabeihaben.
    Im Rückblick stehen ab jetzt auch die Termine von hier, die Ergebnisse der Umfragen und wie viele Leute dazugekommen sind.
    `!me relay aus`: von dir geht nie etwas raus · `!me relay namentlich`: mit deinem Namen · `!relay aus`: damit schaltet die Orga es ab
relay-now-off = Das Teilen ist aus: Ab jetzt verlässt nichts mehr diesen Raum.
relay-is-on = Das Teilen mit { $network } ist an: ab { $threshold ->
        [one] einer Reaktion
       *[other] { $threshold } Reaktionen
    }{ $asks ->
        [yes] {", wenn die Person Ja sagt, die geschrieben hat"}
       *[no] {""}
    }, { $minutes ->
        [0] ohne Vorlauf
        [one] nach einer Minute Vorlauf
       *[other] nach { $minutes } Minuten Vorlauf
    }. Mit `!relay aus` ist Schluss.
relay-is-off = Das Teilen ist aus: Nichts verlässt diesen Raum. `!relay an` schaltet es ein.
relay-needs-network = Diese Community ist noch in keinem Netzwerk. Frag die Koordination nach dem Code und schreib erst `!link CODE`.
me-relay-named = Notiert: Wenn ich Nachrichten von dir mit dem Netzwerk teile, steht dein Name dabei.
me-relay-unnamed = Notiert: Deine Nachrichten darf ich mit dem Netzwerk teilen, aber ohne deinen Namen.
me-relay-off = Notiert: Nachrichten von dir verlassen ihren Raum nicht. Was schon geteilt war, nehme ich zurück.
cmd-relay = Das Teilen mit dem Netzwerk ein- oder ausschalten
example-relay = !relay an
cmd-highlight = Dem Netzwerk eine Nachricht vorschlagen (als Antwort darauf)
example-highlight = !highlight
cmd-highlight-stop = Eine Nachricht hierbehalten oder zurücknehmen (als Antwort darauf)
example-highlight-stop = !highlight stop
cmd-me-relay = Ob ich deine Nachrichten mit dem Netzwerk teilen darf
example-me-relay = !me relay namentlich
ask-me-relay-consent = Darf ich deine Nachrichten mit dem Netzwerk teilen? Antworte `namentlich`, `anonym`, `aus` oder `fragen`, damit ich jedes Mal frage.
relay-keeps = Auf dieser Plattform kann ich alte Nachrichten nicht nachlesen. Darum hebe ich { $hours ->
        [one] eine Stunde
       *[other] { $hours } Stunden
    } lang auf, was hier geschrieben wird, und nicht länger.
menu-highlight = Als Highlight vorschlagen
menu-highlight-conversation = Gespräch ab hier teilen
relay-encrypted = Dieser Raum ist verschlüsselt. Was ich teile, ist im Raum des Netzwerks lesbar, und bei mir liegt es unverschlüsselt.
relay-notice-ask = **Das Teilen ist an.** Wenn { $threshold ->
        [one] eine Person auf eine Nachricht hier reagiert
       *[other] { $threshold } Leute auf eine Nachricht hier reagieren
    } oder die Orga sie vorschlägt, frage ich die Person, die sie geschrieben hat, ob ich sie mit **{ $network }**{ $further ->
        [0] {""}
       *[other] {" "}und darüber mit **{ $wider }**
    } teilen darf, mit oder ohne Namen. Ohne ein Ja verlässt nichts diesen Raum. Ältere Nachrichten bleiben hier.
    Im Rückblick stehen ab jetzt auch die Termine von hier, die Ergebnisse der Umfragen und wie viele Leute dazugekommen sind.
    `!me relay aus`: ich frage dich nie, und von dir geht nichts raus · `!me relay namentlich`: immer ja, mit deinem Namen · `!relay aus`: damit schaltet die Orga es ab
relay-wider = Ab jetzt kann das, was **{ $place }** zeigt, auch zu **{ $network }** weitergehen, auch Highlights aus diesem Raum. Älteres bleibt, wo es ist. Mit `!relay aus` bleibt alles hier.
relay-network-everything = Ab jetzt gehen die Highlights von **{ $place }** auch zu **{ $network }**. Ich sage es den Communitys.
relay-network-curated = Ab jetzt wählt die Koordination von **{ $network }** unter den Highlights von **{ $place }** aus. Ich sage es den Communitys.
relay-network-digest = Ab jetzt stehen die Highlights von **{ $place }** im Rückblick von **{ $network }**. Ich sage es den Communitys.
relay-off-to = Von **{ $place }** geht nichts Neues mehr zu **{ $network }**.
highlight-asked = { $who }, { $count ->
        [0] die Orga würde deine Nachricht gern teilen
        [one] einer Person gefällt deine Nachricht
       *[other] { $count } Leuten gefällt deine Nachricht
    }. Darf ich sie mit **{ $network }** teilen? Ohne deine Antwort bleibt sie hier.
    { $about }
highlight-yes-named = Ja, mit meinem Namen
highlight-yes = Ja, ohne Namen
highlight-not-this = Diese nicht
highlight-never-mine = Meine nie
highlight-always = Immer so
highlight-agreed = Danke! Ich teile sie ohne deinen Namen.
highlight-agreed-named = Danke! Ich teile sie mit deinem Namen.
highlight-always-named = Notiert: hier immer mit deinem Namen.
highlight-always-unnamed = Notiert: hier immer ohne deinen Namen.
highlight-never = Notiert: Von dir bleibt hier alles.
highlight-consent-not-yours = Das kann nur beantworten, wer die Nachricht geschrieben hat.
highlight-waiting = **{ $network }** vorgeschlagen, die Koordination entscheidet:
    { $about }
highlight-in-digest = Steht im nächsten Rückblick von **{ $network }**:
    { $about }
highlight-declined = **{ $network }** zeigt diese nicht:
    { $about }
queue-ask = **{ $community }** schlägt das vor. Soll das Netzwerk es zeigen?
    { $about }
queue-accept = Zeigen
queue-decline = Weglassen
queue-decline-why = Weglassen und sagen, warum
queue-after-all = Doch zeigen
queue-why-ask = Warum lässt du sie weg? Deine nächste Nachricht lesen die Person, die sie geschrieben hat, und alle in **{ $community }** als Grund. Mit `cancel` wartet sie weiter.
queue-reason = Der Grund: { $reason }
highlight-left-out = Warum **{ $network }** sie weggelassen hat: { $reason }
queue-passed = Im Netzwerk gezeigt, von **{ $community }**:
    { $about }
queue-declined = Weggelassen, von **{ $community }**:
    { $about }
queue-elsewhere = Die Warteschlange steht in einem Kreis von **{ $network }**, wo nicht alle mitlesen. Schreib dort `!network queue`; `!room join { $network }` macht einen Raum zum Kreis.
queue-empty = Für **{ $network }** wartet nichts.
queue-shown = Das Netzwerk zeigt sie schon.
cmd-network-queue = Highlights, über die noch niemand entschieden hat
example-network-queue = !network queue
me-relay-ask = Notiert: Ich frage dich jedes Mal, bevor ich etwas von dir teile.
relay-counts-share = Diese Zahl richtet sich nach den Aktiven hier: { $percent } % der Leute, die in den letzten { $days } Tagen etwas getan haben, und mindestens { $least }. Dafür merke ich mir von jeder Person den letzten aktiven Tag, höchstens { $days } Tage lang.
relay-counts-emoji = Nur diese Reaktionen zählen: { $emoji }
relay-counts-age = Reaktionen zählen bei Nachrichten, die höchstens so alt sind: { $span }.
relay-without-rooms = Nichts wird geteilt aus: { $rooms }.
relay-without-people = Die Orga hat die Nachrichten einiger Leute herausgenommen.
relay-without-named = Von der Orga herausgenommen: { $names }.
highlight-room-excluded = Aus diesem Raum wird nichts geteilt. Die Orga kann erst `!room include` schreiben.
highlight-echo = ❤️ { $count ->
        [0] noch niemand
        [one] eine Person
       *[other] { $count } Leute
    } an { $places ->
        [one] einem anderen Ort
       *[other] { $places } anderen Orten
    }{ $named ->
        [0] {""}
       *[other] {" "}({ $detail })
    }, { $replies ->
        [0] keine Antworten
        [one] eine Antwort
       *[other] { $replies } Antworten
    }
highlight-echo-place = { $place }: { $count }
queue-carried = Im Netzwerk gezeigt, von **{ $community }**, weil es genug Leuten gefällt:
    { $about }
cmd-highlight-poll = Das Ergebnis einer Umfrage mit dem Netzwerk teilen
example-highlight-poll = !highlight poll 4
cmd-highlight-event = Einen Termin mit dem Netzwerk teilen
example-highlight-event = !highlight event 3
share-object = Mit dem Netzwerk teilen
highlight-object-ask = Das ist dann in **{ $network }** zu sehen, ohne irgendeinen Namen. Soll ich es teilen?
    { $about }
highlight-object-yes = Teilen
highlight-object-held = Das teile ich { $minutes ->
        [0] gleich
        [one] in 1 Minute
       *[other] in { $minutes } Minuten
    } ({ $at }) mit **{ $network }**:
    { $about }
highlight-object-held-later = Das teile ich um { $at }, nach der Ruhezeit, mit **{ $network }**:
    { $about }
highlight-from-poll = **{ $community }** hat gefragt
highlight-from-event = **{ $community }** lädt ein
highlight-own = von der Community geteilt
cmd-translation = Eine geteilte Nachricht übersetzen (als Antwort darauf)
example-translation = !translation en We planted 40 trees!
ask-translation-language = In welche Sprache? Antworte zum Beispiel `en`.
ask-translation-text = Schreib deine Übersetzung in deine nächste Nachricht. Sie steht dann in allen Räumen dieser Sprache bei der Nachricht.
translation-button = Übersetzen
translation-name = Mit meinem Namen
translation-somebody = jemand aus dem Netzwerk
translation-by = übersetzt von { $who }; das Original:
translation-held = Eine Übersetzung von { $who } ({ $language }) steht ab { $at } in den Räumen dieser Sprache:
translation-shown = Eine Übersetzung von { $who } ({ $language }) steht in den Räumen dieser Sprache:
translation-noted = Danke! Ich kündige sie hier erst an.
translation-taken-back = Die Übersetzung ist zurückgenommen.
translation-no-reply = Antworte auf die Nachricht, die du übersetzt, und schreib in die Antwort `!translation en …`.
translation-nothing = Übersetzen lässt sich nur eine Nachricht, die geteilt ist oder gleich geteilt wird. Antworte auf sie, auf meine Notiz oder auf eine Kopie.
translation-same = Das Original kommt aus einem Raum mit der Sprache { $language }. In welcher anderen Sprache ist deine Übersetzung?
translation-exists = Das hat schon jemand übersetzt ({ $language }).
translation-opted-out = Nichts von dir verlässt seinen Raum: Das hast du oder die Orga so festgelegt. `!me relay fragen` ändert deine eigene Antwort.
translation-empty = Schreib deine Übersetzung hinter die Sprache.
translation-name-not-yours = Den Namen kann nur zeigen, wer übersetzt hat.
highlight-voice = Stimme { $number }
highlight-from-conversation = Ein Gespräch in **{ $community }**
highlight-conversation-ask = { $who }, darf ich dieses Gespräch aus { $count } Nachrichten mit **{ $network }** teilen? Es geht nur hinaus, wenn alle zustimmen: Ein einziges Nein lässt alles hier.
    { $about }
highlight-conversation-held = { $who }, dieses Gespräch aus { $count } Nachrichten wird um { $at } mit **{ $network }** geteilt. Behält jemand von euch die eigenen Worte hier, bleibt alles hier:
    { $about }
highlight-conversation-agreed = Danke! Es wird geteilt, sobald alle zugestimmt haben.
highlight-conversation-not = Dieses nicht
highlight-conversation-stop = Doch nicht teilen
highlight-conversation-back = Zurücknehmen
highlight-conversation-kept = Das ganze Gespräch bleibt hier.
highlight-conversation-own-back = Deine Worte nehme ich überall zurück.
highlight-conversation-complete = Danke! Alle sind einverstanden.
highlight-conversation-stopped = Ein Gespräch ist in diesem Raum geblieben.
highlight-conversation-line = **{ $who }**: { $text }
highlight-conversation-noted = Notiert: { $count } Nachrichten, hier angekündigt.
highlight-conversation-reading = Ich sehe nach und kündige sie dann hier an.
highlight-conversation-no-reply = Antworte auf die erste Nachricht des Gesprächs und schreib `!highlight conversation` in diese Antwort. `!highlight last 4` nimmt die letzten vier.
highlight-conversation-unknown = Diese Nachricht habe ich nicht mehr, oder sie soll hierbleiben. `!highlight last 4` nimmt die letzten vier Nachrichten, die geteilt werden dürfen.
highlight-conversation-unread = Hier kann ich frühere Nachrichten nicht lesen und deshalb kein Gespräch zusammenstellen. In den Einstellungen dieses Raums kann mir jemand den Verlauf freigeben.
highlight-conversation-short = Ein Gespräch hat mindestens zwei Nachrichten. Eine einzelne schlägst du vor, indem du mit `!highlight` auf sie antwortest.
highlight-conversation-overlaps = Eine dieser Nachrichten wurde schon vorgeschlagen oder zurückgenommen, und jede wird höchstens einmal geteilt. Nimm weniger mit `!highlight last 3`.
highlight-conversation-refused = Eine dieser Nachrichten muss hierbleiben, also auch das Gespräch. Nimm weniger mit `!highlight last 3`.
highlight-conversation-count = Ich brauche eine Zahl von 2 bis 10, zum Beispiel `!highlight last 4`.
cmd-highlight-conversation = Eine Nachricht und die folgenden als ein Gespräch vorschlagen
example-highlight-conversation = !highlight conversation
cmd-highlight-last = Die letzten Nachrichten als ein Gespräch vorschlagen
example-highlight-last = !highlight last 4
ask-highlight-last-count = Wie viele Nachrichten, von der letzten an zurückgezählt? 2 bis 10.
