# Sätze des Kerns: Absagen, Rückfragen, Pannen.

addressed = {":"} { "" }
too-fast = Das ist mehr, als ich auf einmal schaffe. Warte bitte eine Minute: Was du gerade geschickt hast, habe ich nicht ausgeführt.
card-further-down = _Der aktuelle Stand ist weiter unten._
error-ours = Entschuldige, da ist bei mir etwas schiefgegangen. Ich habe es mir gemerkt, und nichts von dir ist verloren; versuch es gleich noch mal.
button-unknown = Dieser Knopf tut nichts mehr.
answer-not-asked = Das frage ich dich gerade gar nicht. `!help` zeigt, was du hier tun kannst.
answer-too-late = Meine Antwort ist nur für dich, kam aber zu spät, um hier zu erscheinen. Anschreiben konnte ich dich auch nicht: Erlaube Privatnachrichten für diesen Server und frag mich dann noch mal.
not-in-server = Meine Befehle sind auf diesem Server, ich selbst aber nicht. Wer ihn verwaltet, kann mich hier dazuholen: { $link }
command-unknown = `{ $given }` kenne ich nicht. Meinst du { $nearest }? Mit `!help` siehst du, was ich alles kann.
command-unknown-bare = `{ $given }` kenne ich nicht. Mit `!help` siehst du, was ich alles kann.
argument-extra = Mit `{ $given }` habe ich hier nicht gerechnet. Ein Beispiel zeigt `!help { $command }`.
argument-choice = `{ $given }` geht hier nicht. Zur Wahl stehen: { $choices }.
text-too-long = Das ist zu lang ({ $length } Zeichen). Bleib bitte unter { $limit }.
room-unknown = Diesen Raum kenne ich noch nicht. Entferne mich bitte und lade mich noch einmal ein.
room-not-set-up = Dieser Raum gehört noch zu keiner Community. Wer ihn moderiert, kann `!setup` schreiben; danach klappt auch `!{ $command }`.
not-in-private = `!{ $command }` gehört in den Raum der Community; schreib es bitte dort.
room-without-network = Dieser Raum ist noch in keinem Netzwerk. Schreib `!link CODE` mit dem Code von eurer Koordination – oder `!network create` in dem Raum, der dem Netzwerk gehören soll.
right-anyone = Das kannst du hier nicht.
right-connector = `!{ $command }` ist für die Orga dieser Community und für alle, die diesen Raum moderieren. { $count ->
        [0] Wer moderiert, kann dich mit `!connector add` und deinem Namen in die Orga holen.
       *[other] Frag { $names }.
    }
right-coordinator = `!{ $command }` ist für die Koordination des Netzwerks und für alle, die seinen Raum moderieren. { $count ->
        [0] Frag dort die Moderation.
       *[other] Frag { $names }.
    }
right-admin = `!{ $command }` ist für Leute, die diesen Raum verwalten (auf Matrix: moderieren, ab Stufe 50). Bitte jemanden von ihnen, das zu schreiben oder dir das Recht zu geben.
dialog-cancelled = Okay, abgebrochen.
cancel-nothing = Hier ist gerade nichts offen, das ich abbrechen könnte.
cancel-what = Hier ist gerade nichts offen, das ich abbrechen könnte. Einen Termin sagst du mit { $event } ab, eine Umfrage löschst du mit `!poll delete 3`.
page-of = _Seite { $page } von { $pages }_
page-back = Zurück
page-on = Weiter
verb-unknown = `{ $given }` kenne ich nicht. Es gibt { $listed }. Mehr dazu mit `!help`.
verb-or-title = „{ $given }“ klingt nach { $command }, und das braucht eine Nummer. Wenn dein Titel wirklich so anfängt, setz ihn in Anführungszeichen: { $example }
command-edited = Diese Nachricht zu ändern, bewirkt nichts mehr. Schick den Befehl bitte als neue Nachricht.
