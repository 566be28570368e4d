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
replies-united = Du hattest mit mehreren Konten geantwortet. Jetzt zählt nur deine neueste Antwort: { $events }
