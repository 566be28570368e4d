# Plätze bei einem Termin, die Warteliste, und wer wen mitbringt.

event-places = 🎟️ { $taken } von { $capacity } { $capacity ->
        [one] Platz
       *[other] Plätzen
    }{ $waiting ->
        [0] {""}
        [one] , 1 wartet
       *[other] , { $waiting } warten
    }
event-places-limit = 🎟️ { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }
event-who-waiting = ⏳ { $count } auf der Warteliste: { $names }
event-waiting-asked = { $name } (gefragt)
rsvp-wait = Warteliste
rsvp-waiting = Warteliste
rsvp-noted-waiting = „{ $title }“ ist voll. Du stehst auf Platz { $position } der Warteliste, und ich sage dir Bescheid, wenn etwas frei wird.
rsvp-toast-waiting = ⏳ Warteliste: { $short }
event-place-offered = 🎟️ Für dich ist ein Platz frei: **{ $title }** ({ $start }). Er gehört dir, wenn du bis { $until } zusagst; danach bekommt ihn die nächste Person.
event-place-take = Ja, ich komme
event-place-leave = Nein, weitergeben
event-place-yours = 🎟️ Du hast einen Platz: **{ $title }** ({ $start }). Wenn du doch nicht kannst, sag bitte unter dem Termin ab, damit jemand anders kommen kann.
event-place-lost = Dein Platz bei **{ $title }** ging an die nächste Person, weil ich keine Antwort von dir hatte. Um dich wieder anzustellen, antworte unter dem Termin.
event-place-sent-back = **{ $title }** ({ $start }) hat jetzt weniger Plätze als Leute. Du stehst weit vorn auf der Warteliste, und ich sage dir Bescheid, wenn etwas frei wird.
event-place-gone = Bei „{ $title }“ ist gerade kein Platz für dich frei. Wenn du kommen möchtest, antworte unter dem Termin.
event-place-automatic = Ohne Rückfrage eintragen
event-automatic-noted = Alles klar: Sobald bei „{ $title }“ ein Platz frei wird, gehört er dir, und ich sage dir Bescheid.

event-limit-words = begrenzt auf, limitiert auf, limit, höchstens
event-limit-short-words = max, max., maximal, bis zu, nur
event-place-words = plätze, platz, leute, personen, person, teilnehmende, teilnehmer
event-unlimited-words = unbegrenzt, ohne limit, kein limit, ohne grenze
event-limit-what = Wie viele Leute können zu „{ $title }“ kommen? Zum Beispiel `12`, oder `keine` für keine Grenze.
event-limit-unreadable = Wie viele Plätze sind `{ $given }`? Antworte mit einer Zahl, zum Beispiel `12`, oder `keine` für keine Grenze.
event-limit-range = Möglich sind 1 bis { $limit } Plätze. Zum Beispiel: `12`
event-limit-below = Bei „{ $title }“ sind schon { $taken } Plätze vergeben, { $more } mehr als das. Antworte `behalten`, wenn alle bleiben (und niemand Neues dazukommt, bis etwas frei wird), oder `warten`, um die letzten auf die Warteliste zu setzen und ihnen Bescheid zu sagen. `abbrechen` lässt alles, wie es ist.
event-limit-set = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }.
event-limit-kept = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }. Wer einen hatte, behält ihn; wer neu kommt, wartet.
event-limit-waits = „{ $title }“ hat jetzt { $capacity ->
        [one] 1 Platz
       *[other] { $capacity } Plätze
    }. Die letzten stehen auf der Warteliste und wissen Bescheid.
event-limit-none = „{ $title }“ hat keine Grenze mehr. Alle von der Warteliste haben einen Platz.
cmd-event-limit = Begrenzen, wie viele kommen können
example-event-limit = !event limit 4 12
