# Ce que fait l’opérateur du bot avec `glocal communities`.

community-removed = La personne qui exploite ce bot a supprimé la communauté **{ $community }**. Ses sondages, événements et réglages sont effacés, et plus rien n’est partagé. `!setup` crée ici une nouvelle communauté.
room-moved-by-operator = La personne qui exploite ce bot a déplacé ce salon : il fait maintenant partie de **{ $community }**.
