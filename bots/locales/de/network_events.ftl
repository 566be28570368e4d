# Termine eines Netzwerks, die seine Communitys zeigen.

event-goes-to = { $count ->
        [one] 🌐 Eine Community von { $network } wird gefragt, ob sie ihn zeigt. Bevor ihre Orga zustimmt, kann sich dort niemand anmelden.
       *[other] 🌐 { $count } Communitys von { $network } werden gefragt, ob sie ihn zeigen. Bevor ihre Orga zustimmt, kann sich dort niemand anmelden.
    }
event-to-nobody = Keine Community von { $network } zeigt, was das Netzwerk schreibt; es gibt also niemanden zu fragen. Ohne `an` planst du ihn nur für diesen Raum.
event-network-none = Dieser Raum gehört zu keinem Netzwerk. Ohne `an` planst du ihn hier.
event-of-network = 🌐 Termin des Netzwerks { $network }, für alle seine Communitys. Die Koordination sieht, wer kommt; mit Namen zeigt dieser Raum nur Leute von hier.
event-of-network-by = 🌐 Termin von { $host } für alle Communitys von { $network }. Die Gastgeber sehen, wer kommt; mit Namen zeigt dieser Raum nur Leute von hier.
event-of-network-host = 🌐 Für alle Communitys von { $network }, die ihn zeigen wollen. Mit Namen zeigt dieser Raum nur, wer hier geantwortet hat; alle stehen in `!event guests`.
event-line-of = { $title } · { $at } · veranstaltet von { $host }
event-names-elsewhere = { $more } anderswo
event-names-and-more = { $names } und { $more } weitere
event-gone-here = { $title }: Diese Community zeigt den Termin nicht mehr, antworten geht hier also nicht mehr. Was vorher geantwortet wurde, zählt weiter.
event-not-here = Diese Community zeigt { $title } nicht mehr, also kannst du hier nicht antworten. Was du vorher geantwortet hast, zählt weiter.
event-reply-rests = Du bist nicht mehr in „{ $room }“, deshalb zählst du bei **{ $title }** nicht mehr als dabei. Kommst du trotzdem? Dann drück ✅ in einem anderen Raum, der den Termin zeigt.
event-number-twice = Zwei Termine haben die Nummer { $number }: einer dieser Community und einer eines Netzwerks. Drück auf die Knöpfe des gemeinten, oder antworte mit dem Befehl auf ihn.
event-ask = 🌐 **{ $network }** lädt euch ein: **{ $title }**. Soll der Termin hier stehen?
event-ask-by = 🌐 **{ $host }** lädt alle Communitys von **{ $network }** ein: **{ $title }**. Soll der Termin hier stehen?
event-ask-who = Jemand von der Orga entscheidet. Ohne Antwort erscheint nichts.
event-ask-series = Jemand von der Orga entscheidet, einmal für alle Male. Ohne Antwort erscheint nichts.
event-ask-show = Zeigen
event-ask-always = Termine von { $network } immer zeigen
event-ask-decline = Diesmal nicht
event-ask-stop = Nicht mehr zeigen
event-ask-shown = 🌐 { $title } steht in dieser Community.
event-ask-declined = 🌐 { $title } steht nicht in dieser Community.
event-ask-over = 🌐 { $title }: Diese Frage ist erledigt.
event-ask-gone = { $title } kann hier nicht mehr stehen: Diese Community hört das Netzwerk nicht mehr, oder der Gastgeber hat es verlassen.
event-ask-now-show = { $title } steht jetzt hier. Zum Abnehmen: `!event decline`
event-ask-now-always = { $title } steht jetzt hier, und was noch kommt auch. Damit ich wieder frage: `!network events fragen`
event-ask-now-no = { $title } steht hier nicht. Wenn ihr es euch anders überlegt: `!event accept`
event-asked-none = Gerade fragt euch kein Netzwerk, ob ihr einen Termin zeigt.
event-asked-which = Welchen meinst du? Schreib die Nummer dazu, oder antworte auf seine Nachricht. { $events }
cmd-event-accept = Einen Termin eines Netzwerks hier zeigen
example-event-accept = !event accept 3
cmd-event-decline = Einen Termin eines Netzwerks hier nicht zeigen oder wieder abnehmen
example-event-decline = !event decline 3
arg-event-accept-number = Die Nummer des Termins
arg-event-decline-number = Die Nummer des Termins
arg-event-to = Alle Communitys des Netzwerks fragen
cmd-network-events = Vor Terminen eines Netzwerks gefragt werden, alle zeigen oder keine
example-network-events = !network events fragen
ask-network-events-what = Was soll ich mit seinen Terminen tun? Antworte `fragen`, `anzeigen` oder `aus`.
arg-network-events-what = fragen, anzeigen oder aus
arg-network-events-network = Welches Netzwerk, wenn es mehrere sind
network-events-ask = Ich frage in **{ $community }**, bevor ein Termin von **{ $network }** dort steht. Was schon steht, bleibt.
network-events-show = **{ $community }** zeigt die Termine von **{ $network }** ab jetzt ungefragt.
network-events-off = **{ $community }** zeigt keine Termine von **{ $network }** mehr und wird nicht mehr gefragt.
