# Fragen des Bots, und Antworten, mit denen er nichts anfangen kann.

dialog-stopped = Lassen wir es fürs Erste dabei. Schreib wieder `!{ $command }`, wann immer du magst.
answer-in-words = Hier brauche ich Worte: Schreib deine Antwort, oder `abbrechen` zum Aufhören.
yes-no-how = Schreib `ja` oder `nein`, oder nimm ✅ und ❌.
yes-no-cancel = Abbrechen
yes-no-hint = Hier brauche ich ein `ja` oder ein `nein`. Bis dahin ändert sich nichts.
suggestion-which = Welchen Befehl? Schreib ihn bitte: { $commands }
yes-no-left = Ich lasse alles, wie es ist.

# A name of which a reader sees nothing.
no-name = (ohne Namen)
