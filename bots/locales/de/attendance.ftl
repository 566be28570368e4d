# Antworten auf Einladungen in eigenen Worten; klein geschrieben, mit Kommas dazwischen.

attendance-yes-words = ich komme, komme, ich bin dabei, bin dabei, ich komme gern, komme gern, komme gerne, ich komme gerne, zähl auf mich, zählt auf mich, wir kommen, sind dabei, wir sind dabei, ich auch, ja ich komme, ich bin da
attendance-maybe-words = ich komme vielleicht, komme vielleicht, weiß noch nicht, ich weiß noch nicht, mal sehen, bin noch unsicher, ich versuche es, ich schau mal, eventuell
attendance-no-words = ich komme nicht, komme nicht, ich kann nicht, kann nicht, kann leider nicht, ich kann leider nicht, bin nicht dabei, ich bin nicht dabei, schaffe es nicht, ich schaffe es nicht, ohne mich, bin raus, ich bin raus, leider nicht
attendance-ask = Kommst du zu „{ $title }“? Drück auf einen Knopf, oder schreib `ja`, `vielleicht` oder `nein`.
attendance-ask-guests = „{ $title }“: nur du, oder du und { $count ->
        [one] 1 Gast
       *[other] { $count } Gäste
    }? Schreib `ich`, oder noch einmal `+{ $count }`.
attendance-me-words = ich, nur ich, allein, alleine
