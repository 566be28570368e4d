# Preguntas del bot, y respuestas que no entiende.

dialog-stopped = Lo dejamos por ahora. Escribe `!{ $command }` de nuevo cuando quieras.
answer-in-words = Aquí necesito palabras: escribe tu respuesta, o `cancelar` para dejarlo.
yes-no-how = Escribe `sí` o `no`, o usa ✅ y ❌.
yes-no-cancel = Cancelar
yes-no-hint = Aquí necesito un `sí` o un `no`. Hasta entonces, no cambia nada.
suggestion-which = ¿Cuál? Escríbelo: { $commands }
yes-no-left = Dejo todo como está.

# A name of which a reader sees nothing.
no-name = (sin nombre)
