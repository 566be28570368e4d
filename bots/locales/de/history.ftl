# Wie lange eine Community ihre Vergangenheit behält
setting-history = verlauf
choice-always = immer
about-history = wie lange ich Umfragen, Termine und Highlights behalte, die vorbei sind: eine Dauer wie `1 Jahr`, oder `immer`
about-network-history = wie lange ich Umfragen und Termine des Netzwerks behalte, die vorbei sind: eine Dauer wie `1 Jahr`, oder `immer`
config-history = Ich kann `{ $given }` nicht als Dauer lesen. Schreib zum Beispiel `1 Jahr`, `6 Monate`, `90 Tage` (mindestens { $least }) oder `immer`.
history-months = Monat, Monate, Monaten
history-years = Jahr, Jahre, Jahren
history-ask = Sollen Umfragen, Termine und Highlights nur noch so lange nach ihrem Ende aufgehoben werden: { $length }? Heute älter: { $polls ->
        [one] 1 Umfrage
       *[other] { $polls } Umfragen
    }, { $events ->
        [one] 1 Termin
       *[other] { $events } Termine
    } und { $highlights ->
        [one] 1 Highlight
       *[other] { $highlights } Highlights
    }. Ab morgen lösche ich jeden Tag, was älter ist: Texte, Stimmen, Antworten und Beschlüsse, und nehme Highlights aus den Netzwerken zurück. Das kann niemand zurückholen. Nachrichten in euren Räumen bleiben dort.
history-yes = So lange aufheben
history-no = So lassen
history-set = Ab morgen hebe ich Umfragen, Termine und Highlights so lange nach ihrem Ende auf: { $length }. Bis dahin hält `!config verlauf immer` das auf.
history-ask-network = Sollen Umfragen und Termine des Netzwerks nur noch so lange nach ihrem Ende aufgehoben werden: { $length }? Heute älter: { $polls ->
        [one] 1 Umfrage
       *[other] { $polls } Umfragen
    } und { $events ->
        [one] 1 Termin
       *[other] { $events } Termine
    }. In einer Woche fange ich an, jeden Tag zu löschen, was älter ist: Texte, Stimmen, Antworten und Beschlüsse, auch aus den Listen der Communitys, die dabei waren. Das kann niemand zurückholen. Nachrichten in den Räumen bleiben dort. Den Communitys sage ich jetzt schon Bescheid, damit sie sich vorher eine Kopie holen können.
history-set-network = Ab nächster Woche hebe ich Umfragen und Termine des Netzwerks nur noch so lange nach ihrem Ende auf: { $length }. Die Communitys wissen Bescheid. Bis dahin hält `!config verlauf immer` das auf.
history-news = **{ $network }** hebt Umfragen und Termine künftig nur noch so lange nach ihrem Ende auf: { $length }. Was dann älter ist, verschwindet auch hier aus `!decisions`, frühestens in einer Woche. Bis dahin gibt euch `!decisions export` eine Kopie.
unit-months = { $count ->
        [one] 1 Monat
       *[other] { $count } Monate
    }
unit-years = { $count ->
        [one] 1 Jahr
       *[other] { $count } Jahre
    }
