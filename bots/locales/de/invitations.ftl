# Einladungen in Netzwerke: anlegen, auflisten, widerrufen; mit einem Code beitreten.

network-created = **{ $network }** ist startklar, und das hier ist sein Raum: Hier landen die Highlights und jeden Tag um { $hour } Uhr ein Rückblick.
    Communitys fragen mit einer Einladung an. Die erste habe ich der Person geschickt, die das Netzwerk gegründet hat; `!network invite` legt eine weitere an. Die Koordination bestätigt hier jede Community.
network-footer = `!network invite` legt eine Einladung für eine weitere Community an.
network-empty = Bei **{ $network }** ist noch keine Community dabei. `!network invite` legt eine Einladung für die erste an.
cmd-network-show = Verbundene Communitys und was sie teilen
cmd-network-invite = Eine Einladung in dieses Netzwerk anlegen, privat
example-network-invite = !network invite einmal für 7 Tage die Gärten
choicelike-once = ein mal, nur einmal, ein einziges mal
choicelike-lasting = immer, für immer, beliebig oft, unbegrenzt
cmd-network-invites = Die Einladungen, die noch gelten; eine widerrufen
example-network-invites = !network invites
network-code = Der Code einer Einladung zu **{ $network }** ist `{ $code }`. Die Orga einer anderen Community schreibt in ihrem eigenen Raum `!link { $code }`, und die Koordination des Netzwerks bestätigt es.
network-code-network = Der Code einer Einladung zu **{ $network }** ist `{ $code }`. Die Koordination eines anderen Netzwerks schreibt in dessen Raum `!link { $code }`, und die Koordination hier bestätigt es.
invite-note = Dazu notiert: { $note }
invite-terms = { $once ->
        [yes] Sie gilt einmal
       *[no] Sie gilt beliebig oft
    }{ $ends ->
        [yes] , bis { $until }.
       *[no] { "," } ohne Ende.
    } `!network invites` zeigt die Einladungen, die noch gelten, und widerruft sie.
network-code-sent = Ich schicke dir den Code privat.
network-code-sent-or-circle = Ich schicke dir den Code privat. Falls ich dich dort nicht erreiche, steht er in „{ $room }“.
network-code-unreachable = Ich kann dir nicht privat schreiben. Schick mir zuerst eine private Nachricht und schreib hier dann noch einmal `!network invite`.
invite-too-many = **{ $network }** hat zu viele Einladungen, die noch gelten. Widerruf ein paar mit `!network invites`, oder leg eine an, die beliebig oft gilt: `!network invite dauerhaft`.
invites-title = **Einladungen, die noch gelten**
invites-line = { $number }: `{ $code }` · { $network } · { $once ->
        [yes] einmal
       *[no] beliebig oft
    } · { $ends ->
        [yes] bis { $until }
       *[no] ohne Ende
    } · von { $who }{ $note }
invites-footer = `!network invite` legt eine weitere an.
invites-none = Du hast keine Einladung, die noch gilt. `!network invite` legt eine an.
invite-revoke = { $number } widerrufen
invite-revoke-ask = Mit der Einladung { $number } zu **{ $network }** wurde angefragt, und die Antwort steht noch aus: { $names }. Wenn ich sie widerrufe, ist die Anfrage abgelehnt. Soll ich?
invite-revoke-confirm = Widerrufen
invite-revoked = Die Einladung { $number } ist widerrufen: Damit kann niemand mehr anfragen.
invite-over = Die Einladung { $number } gilt ohnehin nicht mehr.
code-unknown = Ich kenne kein Netzwerk mit dem Code `{ $given }`. Schreib den Code noch einmal, oder bitte die Koordination des Netzwerks um eine Einladung: `!network invite` legt eine an.
code-too-many = Das waren zu viele falsche Codes. Versuch es nach { $at } noch einmal.
code-used = Diese Einladung zu **{ $network }** ist schon verbraucht. Eine neue bekommst du von: { $names }.
code-expired = Diese Einladung zu **{ $network }** galt bis { $at }. Eine neue bekommst du von: { $names }.
code-revoked = Diese Einladung zu **{ $network }** wurde widerrufen. Eine neue bekommst du von: { $names }.
code-for-community = Diese Einladung zu **{ $network }** ist für eine Community, nicht für ein Netzwerk. Bitte um eine andere.
code-for-network = Diese Einladung zu **{ $network }** ist für ein Netzwerk, nicht für eine Community. Bitte um eine andere.
ask-link-code = Welchen Code hat deine Einladung? Die Koordination des Netzwerks legt eine mit `!network invite` an.
link-preview = **{ $network }** lädt **{ $place }** ein. Koordination: { $names }. { $count ->
        [0] Noch ist keine Community dabei.
        [one] Eine Community ist dabei.
       *[other] { $count } Communitys sind dabei.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Was es zeigt, kann weiter aufsteigen zu: { $wider }.
    }
    Mit dem Beitritt verlässt nichts diesen Raum: Das beginnt erst, wenn die Orga hier `!relay an` schreibt. Die Koordination des Netzwerks muss euch aufnehmen, und mit `!unlink` könnt ihr jederzeit gehen.
link-preview-network = **{ $network }** lädt das Netzwerk **{ $place }** ein. Koordination: { $names }. { $count ->
        [0] Direkt ist noch keine Community dabei.
        [one] Direkt ist eine Community dabei.
       *[other] Direkt sind { $count } Communitys dabei.
    }{ $levels ->
        [0] { "" }
       *[other] { "" } Es gehört selbst zu: { $wider }.
    }
    Mit dem Beitritt steigt noch nichts auf: Das beginnt erst, wenn du hier `!relay an` schreibst. Die Koordination dort muss euch aufnehmen, und mit `!network leave` könnt ihr jederzeit gehen.
link-join = Beitreten
link-not-now = Jetzt nicht
link-requested = Ich habe bei **{ $network }** angefragt. Die Koordination antwortet im Raum des Netzwerks, und ich sage euch hier Bescheid. Nach { $days } Tagen ohne Antwort endet die Anfrage.
link-withdraw = Anfrage zurückziehen
link-decline-why = Ablehnen und sagen, warum
link-why-ask = Warum lehnst du **{ $place }** ab? Deine nächste Nachricht geht als Grund an sie. `cancel` lässt die Anfrage offen.
link-declined-why = **{ $network }** hat eure Anfrage abgelehnt. Der Grund: { $reason }
link-expired = Auf die Anfrage von **{ $place }** hat niemand geantwortet, also ist sie zu Ende.
link-expired-you = **{ $network }** hat auf eure Anfrage nicht geantwortet, also ist sie zu Ende. Mit einer Einladung könnt ihr wieder anfragen.
