# Lo que hace quien administra el bot con `glocal communities`.

community-removed = Quien administra este bot ha eliminado la comunidad **{ $community }**. Sus encuestas, eventos y ajustes se han borrado, y ya no se comparte nada. `!setup` crea aquí una comunidad nueva.
room-moved-by-operator = Quien administra este bot ha movido esta sala: ahora pertenece a **{ $community }**.
