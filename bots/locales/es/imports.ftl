# Eventos de otros calendarios

cmd-event-import = Traer los eventos de otro calendario
example-event-import = !event import https://example.org/eventos.ics
event-import-what = ¿Qué calendario? Escribe su dirección (suele acabar en `.ics`) o envíame el archivo.
event-import-address = `{ $given }` no es la dirección de un calendario. Empieza por `https://` o `webcal://`; los calendarios la dan como «iCal» o «ICS». Por ejemplo: `!event import https://example.org/eventos.ics`
event-import-many = Aquí puedo seguir { $limit } calendarios. `!event import no` termina antes con uno.
event-import-reading = Estoy leyendo el calendario…
event-import-busy = Todavía estoy leyendo un calendario aquí. Inténtalo de nuevo en dos minutos.
event-import-again = Vuelvo a leer **{ $name }**.
event-import-nothing = El calendario se puede leer, pero no tiene nada por venir. Lo que está marcado como privado se queda fuera.
event-import-nothing-new = Todo lo que tiene por venir ya está aquí.
event-import-preview = { $count ->
        [one] **{ $name }**: un evento.
       *[other] **{ $name }**: { $count } eventos. Los próximos:
    }
event-import-line-entry = • { $when } · { $title }
event-import-skipped = { $count ->
        [one] Una entrada no se puede leer y se queda fuera.
       *[other] { $count } entradas no se pueden leer y se quedan fuera.
    }
event-import-ask = ¿Los traigo? Todo el mundo aquí los verá, y seguiré sus cambios.
event-import-ask-file = ¿Los traigo? Todo el mundo aquí los verá. En un archivo no puedo seguir los cambios posteriores.
event-import-yes = Traerlos
event-import-begun = Los estoy trayendo.
event-imported = { $count ->
        [0] 📥 Nada nuevo en **{ $name }**.
        [one] 📥 Ha llegado un evento de **{ $name }**. Su tarjeta aparece una semana antes; `!event list` ya lo muestra.
       *[other] 📥 Han llegado { $count } eventos de **{ $name }**. Sus tarjetas aparecen una semana antes; `!event list` ya los muestra.
    }
event-imported-more = { $count ->
        [one] 📥 **{ $name }** tiene un evento más: `!event list`
       *[other] 📥 **{ $name }** tiene { $count } eventos más: `!event list`
    }
event-import-gone = Ya no está en el calendario { $name }
event-import-trouble = ⚠️ Hace tiempo que no consigo leer **{ $name }**. { $why } Sigo intentándolo; `!event import no` lo termina.
event-import-none = Aquí no se trae ningún calendario. `!event import` y una dirección lo hace.
event-import-status = **Calendarios que se traen**
event-import-line = **{ $number }** { $name } ({ $host }): { $count ->
        [one] un evento por venir
       *[other] { $count } eventos por venir
    }, leído { $at }
event-import-line-file = **{ $number }** { $name } (archivo): { $count ->
        [one] un evento por venir
       *[other] { $count } eventos por venir
    }
event-import-line-problem = **{ $number }** { $name } ({ $host }): { $count ->
        [one] un evento por venir
       *[other] { $count } eventos por venir
    }. ⚠️ { $why }
event-import-which = ¿Cuál? `!event import estado` muestra sus números, por ejemplo: `!event import no 2`
event-import-off-ask = ¿Dejo de seguir **{ $name }**? Sus eventos se quedan aquí como están; solo dejo de leer el calendario.
event-import-off-yes = Dejar de seguir
event-import-off = Ya no leo **{ $name }**. Sus eventos son ahora vuestros: `!event list`
event-import-problem-unreachable = No llego al calendario en esa dirección. ¿Se abre en un navegador sin iniciar sesión?
event-import-problem-private = Esa dirección lleva a una red privada, y allí no leo.
event-import-problem-gone = En esa dirección no hay (o ya no hay) ningún calendario.
event-import-problem-refused = El servidor no me deja leer el calendario. ¿Es público, o hay una dirección para compartirlo?
event-import-problem-large = El calendario es demasiado grande para mí: 5 MB como mucho. ¿Puedes exportar solo lo que está por venir?
event-import-problem-slow = Leer el calendario tarda demasiado. Vuelve a intentarlo más tarde.
event-import-problem-unreadable = Eso no es un archivo de calendario (ICS). Busca «iCal» o «ICS» donde se comparte el calendario.
event-source = 📥 Del calendario «{ $name }»
