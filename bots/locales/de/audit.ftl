# Das Protokoll: was Orga und Koordination getan haben.

cmd-audit = Was Orga und Koordination hier getan haben
example-audit = !audit 7 Tage
audit-title = **Was im Namen von { $place } getan wurde**
audit-line = { $number } · { $at } · { $who }: { $what }{ $about }{ $details }
audit-command = `!{ $command }`
audit-footer = `!audit` mit einem Namen, einem Befehl oder einer Dauer wie `7 Tage` zeigt weniger.
audit-more = … und { $count } weitere. Frag nach weniger: `!audit` mit einem Namen, einem Befehl oder einer Dauer wie `7 Tage`.
audit-none = Im Namen dieser Community oder dieses Netzwerks wurde hier noch nichts getan.
audit-nothing = Zu `{ $given }` finde ich hier nichts. Versuch es mit einem Namen, einem Befehl oder einer Dauer wie `7 Tage`.
audit-sent = Ich schicke dir das Protokoll privat.
audit-unreachable = Ich kann dir nicht privat schreiben. Schick mir zuerst eine private Nachricht und schreib hier dann noch einmal `!audit`.
audit-erased = (gelöscht)
act-linkok = Anfrage angenommen
act-linkno = Anfrage abgelehnt
act-linkback = Anfrage zurückgezogen
act-invrevoke = Einladung widerrufen
act-hlstop = Nachricht hier behalten
act-hlpick = Nachricht aus der Warteliste gewählt
act-hlpass = Nachricht aus der Warteliste abgelehnt
act-hlspam = Nachricht als Spam markiert
act-hlqspam = Nachricht in der Warteliste als Spam markiert
act-blocklift = Sperre aufgehoben
act-appealkeep = Sperre nach Einspruch beibehalten
act-blocktake = geteilte Sperre übernommen
act-blockleave = geteilte Sperre nicht übernommen
act-linkwhy = Anfrage abgelehnt

cmd-undo = Zurücknehmen, was du zuletzt getan hast
example-undo = !undo
undo-way = Zuletzt hast du hier für alle { $did } benutzt. Zurück geht es mit { $nearest }. Schreib `ja`, und ich mache das. (Deine eigene Antwort oder Stimme: `!rsvp keine`, `!poll vote 3 keine`.)
undo-open = Zuletzt hast du hier für alle { $did } benutzt. Zurück geht es mit { $way }: Setz dort ein, was hingehört; es steht oben in meinen Antworten. (Deine eigene Antwort oder Stimme: `!rsvp keine`, `!poll vote 3 keine`.)
undo-final = { $did } lässt sich nicht zurücknehmen.
undo-act = Zuletzt hast du hier für alle etwas getan: { $did }. Zurück geht es mit { $way }.
undo-final-act = Zuletzt hast du hier für alle etwas getan: { $did }. Das lässt sich nicht zurücknehmen.
undo-none = Ich weiß von nichts, was du heute hier getan hast und ich zurücknehmen könnte. `!rsvp keine` nimmt eine Antwort zurück, `!poll vote 3 keine` eine Stimme, und `!me` zeigt deine Einstellungen.
undo-none-word = keine
