# Antworten auf Einladungen in eigenen Worten; klein geschrieben, mit Kommas dazwischen.

attendance-yes-words = ich komme, komme, ich bin dabei, bin dabei, ich komme gern, komme gern, komme gerne, ich komme gerne, zähl auf mich, zählt auf mich, wir kommen, sind dabei, wir sind dabei, ich auch, ja ich komme, ich bin da
attendance-maybe-words = ich komme vielleicht, ich bin vielleicht dabei, vielleicht komme ich, bin vielleicht dabei, komme vielleicht, weiß noch nicht, ich weiß noch nicht, mal sehen, bin noch unsicher, ich versuche es, ich schau mal, eventuell
attendance-no-words = ich komme nicht, komme nicht, ich kann nicht, kann nicht, kann leider nicht, ich kann leider nicht, kann ich nicht, kann ich leider nicht, bin nicht dabei, ich bin nicht dabei, schaffe es nicht, ich schaffe es nicht, ohne mich, bin raus, ich bin raus, leider nicht, ich kann doch nicht, kann doch nicht, ich komme doch nicht, komme doch nicht, ich kann nicht mehr, ich kann nicht kommen, kann nicht kommen, ich kann leider nicht kommen, kann leider nicht kommen, ich kann doch nicht kommen, ich bin doch nicht dabei, bin doch nicht dabei, ich schaffe es doch nicht, schaffe es doch nicht, ich muss absagen, muss leider absagen, ich muss leider absagen, ich komme leider nicht, komme leider nicht
attendance-with-words = mit, plus
attendance-guest-words = freund, freunden, freundin, freundinnen, gast, gästen, leuten, person, personen, anderen, weiteren, kind, kindern
attendance-count-words = ein 1, eine 1, einem 1, einer 1, zwei 2, drei 3, vier 4, fünf 5
attendance-alone-words = allein, alleine
attendance-ask = Kommst du zu „{ $title }“? Drück auf einen Knopf, oder schreib `ja`, `vielleicht` oder `nein`.
attendance-ask-still = Meinst du „{ $title }“ ({ $when })? Kommst du noch? Drück auf einen Knopf, oder schreib `ja`, `vielleicht` oder `nein`.
attendance-ask-guests = „{ $title }“: nur du, oder du und { $count ->
        [one] 1 Gast
       *[other] { $count } Gäste
    }? Schreib `ich`, oder noch einmal `+{ $count }`.
attendance-me-words = ich, nur ich, allein, alleine
attendance-maybe-named-words = vielleicht, evtl, eventuell, evt, weiß nicht, weiß ich noch nicht, vielleicht komme ich, komme ich vielleicht, bin ich vielleicht dabei, unsicher, bin unsicher
attendance-no-named-words = bin nicht da, ich bin nicht da, bin ich nicht da, nicht da, bin weg, ich bin weg, bin ich weg, habe keine zeit, ich habe keine zeit, hab keine zeit, ich hab keine zeit, habe ich keine zeit, hab ich keine zeit, keine zeit, bin verhindert, ich bin verhindert, bin ich verhindert, kann ich doch nicht, geht nicht, geht bei mir nicht, geht es bei mir nicht, geht’s bei mir nicht, passt mir nicht, passt nicht, passt bei mir nicht, passt es mir nicht, klappt nicht, klappt bei mir nicht, klappt es nicht, klappt es bei mir nicht, bin ich raus, bin ich nicht dabei, komme ich nicht, schaffe ich nicht, schaff ich nicht, schaff ichs nicht, schaff ich’s nicht, schaff ich es nicht, schaffs nicht, schaff’s nicht, ich schaffs nicht, ich schaff’s nicht, kann ich net, schaffe ich es nicht, schaffe nicht, ich schaffe nicht, muss absagen, muss ich absagen, sage ab, ich sage ab, sage ich ab, trag mich aus, tragt mich aus
attendance-yes-named-words = am start, bin am start, ich bin am start, bin ich am start, ja, jo, jep, klar, ja gerne, komme ich, bin ich dabei, kann ich, ich kann, ich kann kommen, kann ich kommen, ich habe zeit, hab zeit, habe ich zeit, hab ich zeit, passt mir, passt bei mir, sage zu, ich sage zu, sage ich zu, trag mich ein, tragt mich ein
attendance-small-words = am, an, zu, zum, zur, für, fürs, vom, beim, den, dem, der, die, das, diesen, bei, beim, ins, in
attendance-filler-words = leider, sorry, hallo, hi, hey, moin, tut mir leid, diesmal, doch, ihr lieben, zusammen, alle, bitte, auch, gern, gerne
attendance-all-words = alle, beide, alles, bei allen, bei beiden
attendance-which = Welchen Termin meinst du? Schreib die Nummer, oder `alle`.
replies-united = Du hattest mit mehreren Konten geantwortet. Jetzt zählt nur deine neueste Antwort: { $events }
