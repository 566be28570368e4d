# El registro: lo que hicieron los referentes y la coordinación.

cmd-audit = Lo que hicieron aquí los referentes y la coordinación
example-audit = !audit 7 días
audit-title = **Lo que se hizo en nombre de { $place }**
audit-line = { $number } · { $at } · { $who }: { $what }{ $about }{ $details }
audit-command = `!{ $command }`
audit-footer = `!audit` con un nombre, un comando o una duración como `7 días` muestra menos.
audit-more = … y { $count } más. Pide menos: `!audit` con un nombre, un comando o una duración como `7 días`.
audit-none = Aún no se hizo nada aquí en nombre de esta comunidad o red.
audit-nothing = No encuentro nada aquí sobre `{ $given }`. Prueba con un nombre, un comando o una duración como `7 días`.
audit-sent = Te envío el registro en privado.
audit-unreachable = No puedo escribirte en privado. Mándame primero un mensaje privado y escribe aquí otra vez `!audit`.
audit-erased = (borrado)
act-linkok = aceptó una solicitud de entrada
act-linkno = rechazó una solicitud de entrada
act-linkback = retiró una solicitud de entrada
act-invrevoke = revocó una invitación
act-hlstop = dejó un mensaje sin compartir
act-hlpick = eligió un mensaje de la cola
act-hlpass = rechazó un mensaje de la cola
act-hlspam = marcó un mensaje como no deseado
act-hlqspam = marcó un mensaje de la cola como no deseado
act-blocklift = levantó un bloqueo
act-appealkeep = mantuvo un bloqueo tras una apelación
act-blocktake = asumió un bloqueo compartido
act-blockleave = dejó un bloqueo compartido
act-linkwhy = rechazó una solicitud de entrada

cmd-undo = Deshacer lo último que hiciste
example-undo = !undo
undo-way = Lo último que cambiaste aquí para todo el mundo fue { $did }. Para volver atrás: { $nearest }. Escribe `sí` y lo hago. (Tu propia respuesta o voto: `!rsvp ninguna`, `!poll vote 3 ninguno`.)
undo-open = Lo último que cambiaste aquí para todo el mundo fue { $did }. Para volver atrás, escribe { $way } y complétalo: está arriba, en mis respuestas. (Tu propia respuesta o voto: `!rsvp ninguna`, `!poll vote 3 ninguno`.)
undo-final = { $did } no se puede deshacer.
undo-act = Lo último que hiciste aquí para todo el mundo: { $did }. Para volver atrás, escribe { $way }.
undo-final-act = Lo último que hiciste aquí para todo el mundo: { $did }. Eso no se puede deshacer.
undo-none = No veo nada que hayas hecho aquí hoy y que yo pueda deshacer. `!rsvp ninguna` retira una respuesta, `!poll vote 3 ninguno` un voto, y `!me` muestra tus ajustes.
undo-none-word = ninguno
