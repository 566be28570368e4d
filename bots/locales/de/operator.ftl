# Was der Betreiber des Bots mit `glocal communities` tut.

community-removed = Wer diesen Bot betreibt, hat die Community **{ $community }** entfernt. Ihre Umfragen, Termine und Einstellungen sind gelöscht, und es wird nichts mehr geteilt. Mit `!setup` beginnt hier eine neue Community.
room-moved-by-operator = Wer diesen Bot betreibt, hat diesen Raum verschoben: Er gehört jetzt zu **{ $community }**.
