# Les questions du bot, et les réponses qu’il ne comprend pas.

dialog-stopped = Restons-en là pour l’instant. Écrivez `!{ $command }` quand vous voudrez reprendre.
answer-in-words = J’ai besoin de mots ici : écrivez votre réponse, ou `annuler` pour arrêter.
yes-no-how = Écrivez `oui` ou `non`, ou utilisez ✅ et ❌.
yes-no-cancel = Annuler
yes-no-hint = J’ai besoin d’un `oui` ou d’un `non`. D’ici là, rien ne change.
suggestion-which = Laquelle ? Écrivez-la : { $commands }
yes-no-left = Je laisse tout comme c’est.

# A name of which a reader sees nothing.
no-name = (sans nom)
