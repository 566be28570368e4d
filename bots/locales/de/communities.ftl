# Communitys und Netzwerke.

setup-done = **{ $community } ist startklar.** Hier ist es jetzt { $now }, und du bist in der Orga.
    Probier’s aus: `!poll "Wo treffen wir uns?" "Garten" "Bücherei"` · `!event Grillfest Freitag 19 Uhr im Garten`
    Neue begrüße ich; mit `!config regeln …`, `!config frage …` und `!config willkommen …` klingt das nach euch.
    `!link CODE` verbindet euch mit einem Netzwerk; `!help` zeigt den Rest.
setup-plan-event = Termin planen
setup-open-poll = Umfrage starten
setup-check-rights = Meine Rechte prüfen
setup-see-settings = Einstellungen
setup-already = Dieser Raum gehört schon zu { $community }. Mit `!config` siehst und änderst du die Einstellungen.
network-own-room = Ein Netzwerk braucht einen eigenen Raum, und dieser gehört zu { $community }. Leg einen neuen Raum an, lade mich ein und schreib dort `!network create`.
setup-is-network = Dieser Raum gehört dem Netzwerk { $network }; eine Community braucht einen eigenen Raum. Lade mich in einen anderen Raum ein und schreib es dort.
room-of-network = `!{ $command }` geht im Raum einer Community, und dieser Raum gehört dem Netzwerk **{ $network }**. `!help` zeigt, was hier geht.
place-name-doubt = Ich bin nicht sicher, wo der Name aufhört. Wenn er **{ $name }** ist, tippe `!{ $command } "{ $name }" { $rest }`; wenn er **{ $whole }** ist, tippe `!{ $command } "{ $whole }"`.
place-name-words = es
ask-setup-name = Wie heißt eure Community?
ask-setup-locale = Welche Sprache sprecht ihr hier? Antworte mit einer davon: { $languages }.
ask-setup-zone = In welcher Zeitzone seid ihr? Eine Stadt reicht, zum Beispiel `Berlin` oder `Europe/Berlin`.
cmd-setup = In diesem Raum eine Community einrichten
example-setup = !setup "Leipzig Plagwitz" de Europe/Berlin
name-empty = Es fehlt noch ein Name, zum Beispiel „Leipzig Plagwitz“.
name-too-long = Der Name ist zu lang ({ $length } Zeichen). Höchstens { $limit }, bitte.
locale-unknown = `{ $given }` spreche ich noch nicht. Antworte mit einer davon: { $languages }.
zone-unknown-bare = Die Zeitzone `{ $given }` kenne ich nicht. Nenn mir eine große Stadt in der Nähe oder eine Zone wie `Europe/Berlin`.
network-left = **{ $place }** hat das Netzwerk verlassen.
cmd-network-accept = Eine Community aufnehmen, die angefragt hat
example-network-accept = !network accept Lyon
network-remove-which = Wessen Anfrage lehnst du ab, oder wer soll **{ $network }** verlassen? Antworte mit einem Namen. Es fragen an: { $waiting }. Dabei sind: { $members }.
network-remove-ask = **{ $place }** gehört dann nicht mehr zu **{ $network }**, teilt hier nichts mehr und bekommt keine Highlights. Was schon geteilt ist, bleibt. Soll ich?
network-remove-confirm = Entfernen
network-removed = **{ $place }** ist nicht mehr im Netzwerk.
network-removed-you = Die Koordination von **{ $network }** hat **{ $place }** aus dem Netzwerk genommen. Von euch wird dort nichts mehr geteilt.
cmd-network-remove = Eine Community aus dem Netzwerk entfernen oder ihre Anfrage ablehnen
example-network-remove = !network remove Lyon
link-pending = Bei **{ $network }** ist schon angefragt, die Antwort steht noch aus. `!unlink` zieht die Anfrage zurück.
link-no-room = **{ $network }** hat gerade keinen Raum, in dem jemand antworten könnte. Versuch es später noch einmal.
link-ask = Die Community **{ $place }** möchte in dieses Netzwerk. Angefragt hat { $who } (`{ $user }`) in „{ $room }“ auf { $platform }.
    Namen sind frei wählbar: Nimm nur auf, wen du kennst.
link-ask-child = Das Netzwerk **{ $place }** möchte Teil von diesem werden. Angefragt hat { $who } (`{ $user }`) in „{ $room }“ auf { $platform }.
    Namen sind frei wählbar: Nimm nur auf, wen du kennst.
link-accept = Aufnehmen
link-decline = Ablehnen
link-accepted = **{ $place }** ist aufgenommen.
link-declined = Die Anfrage von **{ $place }** ist abgelehnt.
link-withdrawn = **{ $place }** hat die Anfrage zurückgezogen.
link-declined-you = **{ $network }** hat eure Anfrage abgelehnt.
link-decided = Das ist schon entschieden.
link-none-waits = Gerade möchte niemand zu { $network } dazukommen. `!network invite` erstellt eine Einladung.
link-which-waits = Wer darf dazukommen? Antworte mit einem Namen: { $names }
link-not-pending = Von `{ $given }` wartet hier keine Anfrage. Antworte mit einem dieser Namen: { $names }
link-several-wait = Mehrere, die warten, heißen `{ $given }`: Nimm bitte die Knöpfe unter ihren Anfragen.
unlink-withdrawn = Die Anfrage bei { $network } ist zurückgezogen.
name-reserved = `{ $given }` sieht aus wie mein eigener Name. Such dir bitte einen anderen aus.
name-taken = `{ $given }` sieht aus wie { $other } aus demselben Netzwerk. Wähl bitte einen Namen, den niemand damit verwechselt.
network-joined = **{ $place }** ist jetzt im Netzwerk dabei.
network-shown = **{ $network }**: { $count ->
        [0] noch keine Community
        [one] eine Community
       *[other] { $count } Communitys
    }
network-shown-networks = **{ $network }**: { $networks ->
        [one] ein Netzwerk
       *[other] { $networks } Netzwerke
    }
network-shown-both = **{ $network }**: { $networks ->
        [one] ein Netzwerk
       *[other] { $networks } Netzwerke
    } und { $count ->
        [one] eine Community
       *[other] { $count } Communitys
    }
network-circle = { $parent } gehört schon zu { $network }; im Kreis geht das nicht.
network-parent-set = **{ $child }** gehört jetzt zu **{ $network }**. Noch geht nichts dorthin: `!relay an` schaltet es ein.
ask-network-create-name = Wie heißt das Netzwerk?
ask-network-create-locale = Welche Sprache sprecht ihr in diesem Raum? Antworte mit einer davon: { $languages }.
ask-network-create-zone = In welcher Zeitzone geht der Tag des Netzwerks zu Ende? Zum Beispiel `Berlin` oder `UTC`.
ask-network-parent-code = Welchen Code hat das größere Netzwerk?
cmd-network-create = Ein Netzwerk gründen; dieser Raum wird sein Raum
example-network-create = !network create "Leipzig vernetzt" de Europe/Berlin
example-network-show = !network show
cmd-network-parent = Bei einem größeren Netzwerk anfragen
example-network-parent = !network parent abcd2345
link-done = Verbunden mit **{ $network }**. Noch verlässt nichts diesen Raum: Mit `!relay an` schaltest du das Teilen ein.
    Die Koordination des Netzwerks sieht, wie es bei euch läuft: wie viele Neue kamen und begrüßt wurden (keine Zahl unter fünf), Termine, Umfragen, wann die Orga zuletzt aktiv war, und verlorene Räume; keine Namen und keine Nachrichten. Mit `!network share zustand aus` behaltet ihr das für euch.
link-already = Ihr seid schon im Netzwerk { $network }.
cmd-link = Mit dem Code bei einem Netzwerk anfragen
example-link = !link abcd2345
unlink-done = Diese Community hat { $network } verlassen. Dort wird nichts mehr von hier geteilt.
cmd-unlink = Das Netzwerk verlassen
example-unlink = !unlink
config-title = **Einstellungen von { $name }**
config-footer = `!config { $key }` erklärt eine, `!config { $key } { $value }` ändert sie. `keine` leert einen Text.
config-one = `{ $key }` ist: { $value }
    { $about } Zum Ändern schreib jetzt den neuen Wert, oder später `!config { $key } …`.
config-set = Erledigt. `{ $key }` ist jetzt: { $value }
config-zone-set = Erledigt. Die Zeitzone ist jetzt { $value }. Was schon geplant ist, bleibt, wann es war; für Neues gilt die neue Zone.
config-back = Zurück geht es mit `!config { $key } { $value }`
config-back-text =
    Vorher stand da: { $value }
    Zurück geht es mit `!config { $key }` und diesem Text.
config-empty = keine
config-unknown = Die Einstellung `{ $given }` gibt es nicht. Meinst du `{ $nearest }`? Es gibt: { $keys }.
config-choice = `{ $given }` passt hier nicht. Möglich sind: { $choices }.
config-number = `{ $given }` passt hier nicht: Ich brauche eine ganze Zahl von { $least } bis { $most }.
cmd-config = Einstellungen ansehen oder ändern
example-config = !config willkommen Tee steht links, setzt euch dazu!
room-join-done = Dieser Raum gehört jetzt zu **{ $community }**. Sollen hier die Termine stehen? Dann schreib `!room role termine`.
room-join-unknown = Ich finde keine Community `{ $given }`, bei der du in der Orga bist. Du bist in der Orga von: { $names }.
room-join-none = Einen Raum dazunehmen kann nur, wer in der Orga einer Community ist. Eine neue richtest du mit `!setup` ein.
ask-room-join-name = Zu welcher Community soll dieser Raum gehören?
cmd-room-join = Diesen Raum in deine Community aufnehmen
example-room-join = !room join Leipzig
room-leave-ask = Der Raum gehört dann nicht mehr zu **{ $community }**: Umfragen und Termine bleiben hier stehen, wie sie sind, Neue werden nicht begrüßt, und geteilt wird von hier nichts. Soll ich?
room-leave-ask-last = Das ist der einzige Raum von **{ $community }**. Ohne ihn geht dort nichts mehr, bis `!room join` wieder einen dazunimmt. Soll ich?
room-left = Dieser Raum gehört nicht mehr zu **{ $community }**. Wer ihn verwaltet, kann `!setup` oder `!room join` schreiben.
cmd-room-leave = Diesen Raum aus seiner Community nehmen
example-room-leave = !room leave
room-role-home = Das ist jetzt ein Hauptraum der Community: Hier begrüße ich Neue.
room-role-events = Termine kündige ich ab jetzt in diesem Raum an.
ask-room-role-role = Wofür ist dieser Raum da? Antworte `hauptraum` oder `termine`.
cmd-room-role = Festlegen, wofür dieser Raum da ist
example-room-role = !room role termine
person-unknown = Ich kenne `{ $given }` noch nicht. Nenn mir die vollständige ID oder erwähne die Person; oder bitte sie, zuerst hier im Raum `!help` zu schreiben.
person-one-by-one = Ich bin nicht sicher, wer „{ $given }“ ist. Nenn die Leute bitte einzeln, mit Erwähnung oder ganzem Namen.
person-which = Wen meinst du mit `{ $given }`? Namen sind frei wählbar, also achte auf die ID:
person-here = { $name } – `{ $user }`, zuletzt gesehen in „{ $room }“
person-elsewhere = { $name } – `{ $user }`, in dieser Community nicht gesehen
connector-added = { $name } ist jetzt in der Orga.
connector-already = { $name } ist schon in der Orga.
connector-removed = { $name } ist nicht mehr in der Orga.
connector-not = { $name } ist nicht in der Orga.
connector-departed = { $name } ist gegangen und nicht mehr in der Orga.
connector-departed-last = { $name } ist gegangen, und jetzt ist hier niemand mehr in der Orga. Wer diesen Raum verwaltet, kann jemanden bestimmen: `!connector add`.
connector-last = Außer { $name } ist niemand in der Orga. Hol erst noch jemanden dazu, damit sich weiter jemand um die Community kümmert.
connector-list = { $count ->
        [one] In der Orga ist
       *[other] In der Orga sind
    }: { $names }
connector-none = Auf dieser Plattform ist niemand in der Orga.
ask-connector-add-person = Wer soll in die Orga? Erwähne die Person oder schreib ihren ganzen Namen.
ask-connector-remove-person = Wer soll nicht mehr in der Orga sein?
cmd-connector-add = Jemanden in die Orga holen
example-connector-add = !connector add @anna:example.org
cmd-connector-remove = Jemanden aus der Orga nehmen
example-connector-remove = !connector remove @anna:example.org
cmd-connector-list = Wer in der Orga ist
example-connector-list = !connector list
greeter-added = { $name } ist jetzt im Empfangsteam: Ich gebe Bescheid, sobald jemand Neues kommt.
greeter-already = { $name } ist schon im Empfangsteam.
greeter-removed = { $name } ist nicht mehr im Empfangsteam.
greeter-not = { $name } ist nicht im Empfangsteam.
greeter-list = { $count ->
        [one] Im Empfangsteam ist
       *[other] Im Empfangsteam sind
    }: { $names }
greeter-none = Noch ist niemand im Empfangsteam: Wenn jemand Neues kommt, gebe ich der Orga Bescheid.
ask-greeter-add-person = Wer soll Neue begrüßen? Erwähne die Person oder schreib ihren ganzen Namen.
ask-greeter-remove-person = Wer soll keine Neuen mehr begrüßen?
cmd-greeter-add = Jemandem Bescheid geben, wenn Neue kommen
example-greeter-add = !greeter add @anna:example.org
cmd-greeter-remove = Jemandem nicht mehr Bescheid geben, wenn Neue kommen
example-greeter-remove = !greeter remove @anna:example.org
cmd-greeter-list = Wer Neue begrüßt
example-greeter-list = !greeter list
me-shown = Das weiß ich über dich, { $name }: dein Konto { $accounts }; deine Rolle hier: { $roles }; deine Sprache: { $language }.
    Deine Nachrichten im Netzwerk: { $relay } (das änderst du mit `!me relay namentlich|anonym|aus`).
me-relay-word-named = mit deinem Namen
me-relay-word-unnamed = ohne deinen Namen
me-relay-word-off = nie
role-member = Mitglied
role-connector = Orga
role-coordinator = Koordination
role-greeter = Empfang
me-language-set = Alles klar: Privat spreche ich Deutsch mit dir.
ask-me-language-locale = Welche Sprache? Antworte mit einer davon: { $languages }.
cmd-me = Was ich über dich weiß
example-me = !me
cmd-me-language = Aussuchen, welche Sprache ich privat mit dir spreche
example-me-language = !me language de
config-switch = `{ $given }` passt hier nicht: Antworte `an` oder `aus`.
unlink-ask = **{ $place }** verlässt dann **{ $network }**: Ihr teilt dort nichts mehr und bekommt von dort keine Highlights. Was schon geteilt ist, bleibt. Soll ich?
leave-confirm = Verlassen
unlink-done-network = Dieses Netzwerk hat { $network } verlassen.
network-leave-ask = **{ $place }** verlässt dann **{ $network }**, und ich sage dort Bescheid. Soll ich?
cmd-network-leave = Das Netzwerk verlassen, oder mit diesem Netzwerk das größere
example-network-leave = !network leave
rules-shown = **Die Regeln von { $community }:**
    { $rules }
rules-none = Hier gibt es keine aufgeschriebenen Regeln. Die Orga schreibt sie mit `!config regeln`.
cmd-rules = Die Regeln der Community nachlesen
example-rules = !rules
role-moderator = Moderation
config-value = : { $value }
config-change = Ändern
ask-config-value = { $about }
    Was soll bei `{ $key }` stehen?
about-name = der Name, den andere sehen, höchstens 60 Zeichen
about-locale = die Sprache, die ich in den Räumen spreche
about-zone = die Zeitzone für Termine; was schon geplant ist, bleibt, wann es war
about-welcome = was ich zur Begrüßung nach den Namen der Neuen sage
about-rules = was Neue zuerst lesen und annehmen; `!rules` zeigt sie noch einmal
about-question = was ich Neue frage; wer sie begrüßt, sieht die Antwort
about-greeting-seconds = wie lange ich auf weitere Neue warte, um sie zusammen zu begrüßen
about-greeter-minutes = wann ich das Empfangsteam erinnere, wenn niemand Hallo gesagt hat
about-poll-style = wie Umfragen auf Matrix aussehen: `nativ` ist die Umfrage der App mit einer Zeile darunter, `karte` meine Nachricht mit Reaktionen, `beides` zeigt beides
about-quiet-hours = wann ich niemanden rufe und nichts teile, zum Beispiel `22-8`; alles wartet bis zum Ende
about-holidays = welches Landes Feiertage wiederkehrende Termine auslassen, etwa `DE-BY` oder `AT`; `keine`: das Land der Zeitzone
about-next-date = wie viele Tage vorher der nächste Tag eines wiederkehrenden Termins erscheint; 0: wenn der vorige vorbei ist
about-reminders = wann ich an Termine erinnere: `1 Tag vorher, 1 Stunde vorher, wenn’s losgeht` oder kurz `1d, 1h, 0`
about-after-events = was ich nach Terminen sage: nichts, Danke und die Bitte um Bilder, oder auch die Frage, wie es war
about-threshold = wie viele Leute reagieren, bevor eine Nachricht ins Netzwerk geht; wer sie schrieb, zählt nicht: eine Zahl wie `5` oder ein Anteil der Aktiven hier wie `10%`
about-hold-back = wie lange ein Highlight wartet und sich noch aufhalten lässt
about-listening = ob dieser Raum auch Highlights anderer Communitys zeigt
about-digest-hour = um wie viel Uhr der Rückblick erscheint; gibt es nichts zu erzählen, entfällt er
unit-seconds = { $count ->
        [one] 1 Sekunde
       *[other] { $count } Sekunden
    }
unit-minutes = { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
unit-days = { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
unit-people = { $count ->
        [one] 1 Person
       *[other] { $count } Leute
    }
unit-hour = { $count } Uhr
config-none = nicht festgelegt
network-which = Eure Community ist in mehreren Netzwerken: { $names }. Schreib das im Raum des Netzwerks, um das es geht.
network-several = **Eure Netzwerke**
network-line-above = ↑ **{ $network }** · { $rises }
network-line-network = ▪ **{ $place }** (Netzwerk) · { $rises }
network-line-community = • { $place } · { $rises }
rises-everything = teilt Highlights
rises-curated = die Koordination wählt aus
rises-digest = nur im Rückblick
rises-nothing = teilt nichts
network-above-none = **{ $place }** gehört noch zu keinem Netzwerk. Mit dem Code eines Netzwerks fragt `!link CODE` dort an.
network-above-which = **{ $place }** gehört zu mehreren Netzwerken. Um welches geht es? Antworte mit einem davon: { $names }.
network-above-unknown = **{ $place }** gehört zu keinem Netzwerk namens `{ $given }`, sondern zu: { $names }.
network-part-unknown = Zu { $network } gehört nichts mit dem Namen `{ $given }`. Dabei sind: { $names }.
network-parts-more = … ({ $count } weitere)
cmd-network-take = Festlegen, was dieses Netzwerk von einem Mitglied zeigt
example-network-take = !network take auswahl Leipzig
ask-network-take-what = Was soll das Netzwerk zeigen? Antworte `alles`, `auswahl`, `rückblick` oder `nichts`.
ask-network-take-name = Von welcher Community oder welchem Netzwerk?
take-everything = **{ $network }** zeigt alles, was **{ $place }** teilt.
take-curated = Was **{ $place }** teilt, steht zuerst im Kreis. Dort wählt ihr aus, was **{ $network }** zeigt.
take-digest = Was **{ $place }** teilt, steht nur im Rückblick von **{ $network }**.
take-nothing = **{ $network }** zeigt ab jetzt nichts mehr von **{ $place }**. Was schon geteilt ist, bleibt.
taken-everything = **{ $network }** zeigt ab jetzt alles, was **{ $place }** dort teilt.
taken-curated = Die Koordination von **{ $network }** wählt ab jetzt aus, was sie von **{ $place }** zeigt.
taken-digest = **{ $network }** erwähnt **{ $place }** ab jetzt nur im Rückblick.
taken-nothing = **{ $network }** zeigt nichts mehr von **{ $place }**. Was schon geteilt ist, bleibt.
take-needs-circle = Zum Auswählen braucht ihr einen Raum nur für die Koordination. Lade mich in einen ein, schreib dort `!room join { $network }` und versuch es dann noch einmal.
cmd-network-listen = Highlights eines Netzwerks hier zeigen oder nicht
example-network-listen = !network listen an
ask-network-listen-switch = Soll ich die Highlights hier zeigen? Antworte `an` oder `aus`.
listen-on = **{ $place }** zeigt ab jetzt die Highlights von **{ $network }**.
listen-off = **{ $place }** zeigt die Highlights von **{ $network }** nicht mehr.
room-join-network = Dieser Raum ist jetzt ein Kreis von **{ $network }**: Hier stehen Anfragen und Highlights zur Auswahl. Mit `!room role schaufenster` zeigt er stattdessen die Highlights.
room-leave-ask-network = Der Raum gehört dann nicht mehr zu **{ $network }**: Vom Netzwerk wird hier nichts mehr gezeigt oder entschieden. Soll ich?
room-role-highlights = Dieser Raum zeigt jetzt die Highlights des Netzwerks und den Rückblick.
room-role-circle = Dieser Raum ist jetzt ein Kreis: Hier stehen Anfragen und Highlights zur Auswahl, aber nicht die geteilten.
room-role-other = `{ $given }` passt nicht zu diesem Raum. Wähle eins davon: { $choices }.
about-consent = wie zustimmt, wer geschrieben hat: Bei `fragen` geht nichts ohne ein Ja hinaus; `ankündigung` kündigt es an und lässt Zeit zum Stoppen
me-relay-word-ask = du wirst jedes Mal gefragt
network-line-here = • **{ $place }** (hier seid ihr) · { $rises }
about-digest = wie oft der Rückblick erscheint: `täglich`, `wöchentlich` am Sonntag, `monatlich` am Ersten oder `nie`
about-highlight-age = bis zu welchem Alter einer Nachricht Reaktionen zählen, etwa `2 Tage`; die Orga kann auch eine ältere vorschlagen
about-highlight-emoji = welche Reaktionen zählen, etwa `⭐ 🔥`; bei `beliebig` zählen alle
unit-percent = { $count } % der Aktiven
words-percent = prozent
config-threshold = `{ $given }` passt hier nicht: Ich brauche eine ganze Zahl von 1 bis { $most } oder einen Anteil der Aktiven wie `10%`.
config-age = `{ $given }` verstehe ich nicht als Zeitraum. Schreib zum Beispiel `2 Tage` oder `12 Stunden`, oder `beliebig`.
config-emoji = In `{ $given }` erkenne ich keine Emojis. Schreib bis zu { $limit } davon mit Leerzeichen dazwischen, etwa `⭐ 🔥`, oder `beliebig`.
room-excluded = Ab jetzt wird nichts aus diesem Raum als Highlight geteilt. Was schon geteilt ist, bleibt, wo es ist. Mit `!room include` macht der Raum wieder mit.
room-included = Dieser Raum macht wieder mit: Was hier ab jetzt geschrieben wird, kann geteilt werden.
room-excluded-already = Aus diesem Raum wird schon nichts geteilt. Mit `!room include` macht er wieder mit.
room-included-already = Dieser Raum macht schon mit. `!room exclude` nimmt ihn heraus.
cmd-room-exclude = Nichts teilen, was in diesem Raum geschrieben wird
example-room-exclude = !room exclude
cmd-room-include = Diesen Raum wieder bei den Highlights mitmachen lassen
example-room-include = !room include
cmd-highlight-exclude = Nichts teilen, was jemand hier schreibt
example-highlight-exclude = !highlight exclude @anna:example.org
ask-highlight-exclude-person = Wessen Nachrichten sollen hierbleiben?
cmd-highlight-include = Nachrichten von jemandem wieder teilen lassen
example-highlight-include = !highlight include @anna:example.org
ask-highlight-include-person = Wessen Nachrichten dürfen wieder geteilt werden?
highlight-exclude-ask = Nichts, was { $name } in **{ $community }** schreibt, wird dann noch geteilt, und was geteilt ist, nehme ich endgültig zurück. Soll ich?
highlight-exclude-confirm = Herausnehmen
highlight-excluded = Erledigt: Von { $name } wird nichts geteilt. `!highlight include` macht das rückgängig.
highlight-excluded-already = Von { $name } wird schon nichts geteilt.
highlight-included = Was { $name } schreibt, darf wieder geteilt werden, wenn { $name } zustimmt.
highlight-not-excluded = { $name } ist nicht herausgenommen.
coordinator-added = { $name } gehört jetzt zur Koordination dieses Netzwerks.
coordinator-already = { $name } gehört schon zur Koordination dieses Netzwerks.
coordinator-removed = { $name } gehört nicht mehr zur Koordination dieses Netzwerks.
coordinator-not = { $name } gehört nicht zur Koordination dieses Netzwerks.
coordinator-last = Außer { $name } ist niemand in der Koordination. Hol erst noch jemanden dazu, damit sich weiter jemand um das Netzwerk kümmert.
coordinator-list = { $count ->
        [one] Koordination
       *[other] Koordination
    }: { $names }
coordinator-none = Auf dieser Plattform ist niemand in der Koordination.
cmd-network-share = Die Koordination eines Netzwerks sehen lassen, wie es euch geht
example-network-share = !network share zustand aus
ask-network-share-what = Worum geht es? Antworte `zustand`.
ask-network-share-switch = Darf die Koordination des Netzwerks sehen, wie es bei euch läuft? Antworte `an` oder `aus`.
network-share-on = Die Koordination von **{ $network }** sieht jetzt, wie es bei **{ $place }** läuft: wie viele Neue kamen und begrüßt wurden (keine Zahl unter fünf), Termine, Umfragen, wann die Orga zuletzt aktiv war, und verlorene Räume. Namen und Nachrichten sieht sie nicht.
network-share-off = Die Koordination von **{ $network }** sieht nicht mehr, wie es bei **{ $place }** läuft.
about-digest-review = wie lange vor dem Rückblick der Kreis ihn sieht, zum Beispiel `12h`, um ihn zu ändern oder auszulassen; `keine`: gar nicht
about-digest-waits = ob der Rückblick auf die Antwort des Kreises wartet; sonst erscheint er, wie er ist
digest-review-needs-circle = Der Rückblick erscheint zuerst in einem Kreis: einem Raum nur für die Koordination. Lade mich in einen ein, tippe dort `!room join { $network }` und versuche es noch einmal.
config-review-length = `{ $given }` ist keine Dauer bis zu sieben Tagen. Beispiele: `12h`, `1 Tag`, `keine`.
about-auto-pick = wie vielen Leuten etwas aus der Warteschlange gefallen muss, damit es ohne Koordination gezeigt wird, etwa `20`; bei `nie` wählt nur ihr aus
