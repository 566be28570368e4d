# Les questions du bot, et les réponses qu’il ne comprend pas.

dialog-stopped = Restons-en là pour l’instant. Écrivez `!{ $command }` quand vous voudrez reprendre.
answer-in-words = J’ai besoin de mots ici : écrivez votre réponse, ou `annuler` pour arrêter.
