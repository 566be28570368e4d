# Lo que se decidió y lo que resultó de ello.

decision-title = **Decisiones**
decision-more = `!decisions 3` muestra una entera, `!decisions jardín` busca.
decision-none = Aquí todavía no se ha decidido nada. `!poll list` muestra las encuestas abiertas.
decision-not-found = Ninguna decisión trata de “{ $given }”. `!decisions` las muestra todas.
decision-found = **Decisiones sobre “{ $given }”**
decision-line = { $number } · { $at } · { $question } → { $decided } ({ $count ->
        [one] un voto
       *[other] { $count } votos
    })
decision-line-revoked = { $number } · { $at } · { $question } → { $decided } (revocada)
decision-is-won = { $winners }
decision-is-tie = empate: { $winners }
decision-is-none = nadie votó
decision-is-undecided = sin decidir
decision-is-reached = consentimiento
decision-is-blocked = objeción
decision-is-unsupported = sin consentimiento
decision-rule = Tipo: { $kind }.
decision-when = Abierta el { $opened }, cerrada el { $closed }.
poll-not-over = La encuesta { $number } (“{ $question }”) no ha terminado. `!poll close { $number }` la cierra.
outcome-is = **Desenlace:** { $outcome }
outcome-contestable = Se puede impugnar hasta el { $at }.
outcome-final = Se podía impugnar hasta el { $at }.
outcome-revoked = Revocada por la encuesta { $number } (“{ $question }”).
outcome-kept = Lo que resultó de la encuesta { $number }: { $outcome }
outcome-empty = ¿Qué resultó de ello? Por ejemplo: `!poll outcome 3 "Nos reunimos en el jardín" hasta=7d`
outcome-long = Es demasiado largo ({ $length } caracteres). { $limit } como máximo, por favor.
revoke-sure = ¿La encuesta { $later } (“{ $by }”) revoca la encuesta { $number } (“{ $question }”)? Su resultado lo dirá.
revoke-yes = Revocar
revoke-no = Dejarla
revoke-done = La encuesta { $number } queda revocada por la encuesta { $later }.
outcome-gone = He borrado lo que resultó de la encuesta { $number }. `!poll outcome { $number } …` lo escribe de nuevo.
revoke-undone = La encuesta { $number } vuelve a contar: ya no está revocada.
revoke-order = Solo una decisión posterior puede revocar la encuesta { $number }, y la encuesta { $later } se cerró antes.
export-here = Las decisiones en un archivo, { $count } en total. Tiene totales, el voto de nadie.
export-sent = El archivo está en nuestro chat privado.
export-unreachable = Todavía no puedo escribirte en privado. Abre un chat conmigo, saluda y pide el archivo otra vez.
export-no-files = Aquí no puedo mandar archivos. Pídelo en una sala de otra plataforma.
cmd-decisions = Lo que se decidió aquí
example-decisions = !decisions jardín
cmd-decisions-export = Recibir las decisiones en un archivo
example-decisions-export = !decisions export csv
cmd-poll-outcome = Di qué resultó de una encuesta
example-poll-outcome = !poll outcome 3 "Nos reunimos en el jardín" hasta=7d
ask-poll-outcome-outcome = ¿Qué resultó de ello?
cmd-poll-revoke = Anotar que una decisión revoca otra
example-poll-revoke = !poll revoke 3 5
ask-poll-revoke-number = ¿Qué encuesta queda revocada? Su número.
ask-poll-revoke-by = ¿Qué encuesta posterior la revoca? Su número.
arg-decisions-about = Un número, o palabras que buscar
arg-decisions-export-format = Para una hoja de cálculo (csv), o json
arg-poll-outcome-number = El número de la encuesta
arg-poll-outcome-outcome = Lo que resultó
arg-poll-outcome-until = Hasta cuándo impugnar: 7d
arg-poll-revoke-number = La encuesta revocada
arg-poll-revoke-by = La encuesta posterior que la revoca
argname-format = formato
argname-outcome = desenlace
argname-until = hasta
argname-by = por
choice-csv = csv
choice-json = json
name-decisions = decisiones
name-export = exportar
name-outcome = desenlace
name-revoke = revocar
