export const senders = {
  title: "Von wem Mails sind",
  standings: {
    authenticated: "Domain bestätigt",
    unproven: "nicht bestätigt",
    forged: "gefälscht",
    unchecked: "nicht geprüft",
  },
  says: {
    authenticated:
      "{domain} hat diese Mail senden lassen. Das belegt die Domain, nicht die Person, die sie geschrieben hat.",
    unproven: "Nichts belegt, dass diese Mail von {domain} ist.",
    forged: "Nach der Regel, die {domain} selbst veröffentlicht, ist diese Mail nicht von dort.",
    nobody: "Nichts belegt, von wem diese Mail ist.",
  },
  unchecked: {
    off: "Dieses Desk prüft keine Absender; ein Inhaber schaltet es unter Einstellungen ein.",
    waiting: "Die Nameserver werden gerade gefragt.",
    "no-word": "Ihr Mailserver hat kein Ergebnis darauf vermerkt.",
    sealed:
      "Zu einem versiegelten Fall wird draußen niemand gefragt, und Ihr Mailserver hat kein Ergebnis darauf vermerkt.",
    archive: "Es ist alte Post: Die Schlüssel von damals gibt es vielleicht nicht mehr.",
    form: "Jemand hat das öffentliche Formular ausgefüllt; niemand weiß, wer.",
    "too-large": "Sie ist zu groß, um geprüft zu werden.",
    "no-answer": "Die Nameserver ihrer Domain haben nicht geantwortet.",
    before: "Sie kam, bevor dieses Desk Absender geprüft hat.",
  },
  doubts: {
    "no-from": "Sie nennt keinen Absender.",
    "several-from": "Sie hat mehrere From-Zeilen; Programme zeigen verschiedene davon.",
    "odd-from": "Ihre From-Zeile ist so beschädigt, dass Programme sie verschieden lesen.",
    "not-plain": "In ihrer From-Zeile steht mehr oder etwas anderes als eine einfache Adresse.",
    "name-address": "Der Name vor ihrer Adresse zeigt eine andere Adresse.",
    "hidden-characters": "Der Name vor ihrer Adresse enthält Zeichen, die man nicht sieht.",
    "sender-differs": "Sie nennt noch einen Absender bei einer anderen Domain.",
    "odd-signature": "Ihre Signatur nennt eine Domain, die keine sein kann.",
    "not-shown": "Die hier gezeigte Adresse ist nicht die, die in ihrer From-Zeile steht.",
  },
  open: "Die Nameserver werden gerade gefragt; laden Sie die Seite in einer Minute neu.",
  restsOn: "Worauf das beruht",
  byServer: "Festgestellt von Ihrem Mailserver {server}, als die Mail kam, {when}.",
  byDesk: "Festgestellt von diesem Desk in den Einträgen der Domains, {when}.",
  policy: "{domain} bittet andere, mit Mail, die nicht von dort ist, so umzugehen: {policy}",
  noSpf:
    "Über welche Verbindung sie kam, ist hier nicht bekannt; nach SPF konnte also nicht gefragt werden.",
  providerUnproven:
    "Sie sieht aus wie eine Meldung von {provider}, aber nichts belegt, dass {provider} sie geschickt hat. Tun Sie nichts, was sie verlangt, bevor Sie dort auf einem Weg nachgefragt haben, den Sie kennen.",
  providerOther:
    "Sie nennt sich {provider}. Belegt ist {domain}, und dieses Desk kennt diese Domain nicht als deren eigene.",
  forgedAnswer:
    "Nach der Regel, die {domain} selbst veröffentlicht, ist diese Mail gefälscht: Eine Antwort ginge an jemanden, der sie nicht geschrieben hat.",
  noRules:
    "Regeln, die etwas senden, tun noch nichts: Dieses Desk kann nicht prüfen, von wem Mails sind. Ein Inhaber sagt unter {link}, wie.",
  authorityUnproven:
    "Sie gibt an, von einer Behörde zu sein, und nichts belegt das. Rufen Sie dort unter einer Nummer zurück, die Sie selbst heraussuchen, nie unter einer aus der Mail.",
  authorityProven:
    "Eine bestätigte Domain belegt keine Anordnung: Auch in Postfächer echter Beamter wurde schon eingebrochen. Rufen Sie dort unter einer Nummer zurück, die Sie selbst heraussuchen.",
  settings: {
    saved: "Gespeichert. Es gilt für Mail, die von jetzt an kommt.",
    about:
      "Jeder kann jeden Absender in eine Mail schreiben. Das Desk kann auf zwei Wegen feststellen, ob die Domain des Absenders sie senden ließ; beide können eingeschaltet sein. Ohne beide steht das neben jedem Absender, und keine Regel verschickt von selbst Briefe.",
    serverTitle: "Was Ihr eigener Mailserver festgestellt hat",
    serverText:
      "Die meisten Mailserver prüfen jede Mail, wenn sie kommt, und schreiben eine Zeile Authentication-Results darüber. Hier sagen Sie, welche dieser Zeilen von Ihrem Server sind: Alle anderen schreiben Fremde, und ihnen wird nie geglaubt.",
    names: "Wie Ihr Mailserver seine Ergebnisse zeichnet",
    namesHint:
      "Das erste Wort nach Authentication-Results: in einer Mail, die Sie bekommen haben, etwa mx.isp.example. Mehrere durch Leerzeichen getrennt. Leer: Keiner solchen Zeile wird geglaubt.",
    hosts: "Wie er sich in Received-Zeilen nennt",
    hostsHint:
      "Das Wort nach „by“ in der Received-Zeile des Servers, der Mail von draußen annimmt, etwa mx.isp.example oder *.isp.example. Leer: wie oben. Nennen Sie nur einen Server, der dort die IP jedes Gegenübers festhält.",
    beneath:
      "Er schreibt sein Ergebnis unter seine eigene Received-Zeile und entfernt Zeilen, die andere in seinem Namen schreiben (Gmail und viele Postfix-Server tun das). Sonst wird nur geglaubt, was über dieser Zeile steht.",
    webhook: "Mail, die an den Webhook geschickt wird, kam auch durch diese Server",
    dnsTitle: "Was das Desk selbst feststellt",
    dnsText:
      "Das Desk sucht die Schlüssel und Regeln der Domain des Absenders und prüft die Signatur der Mail. Wer diese Nameserver betreibt, und Ihr Resolver, kann sehen, dass hier jemand Mail von dieser Domain bekommen hat. Zu versiegelten Fällen und alter Post wird nichts gefragt, und keine Mail wartet auf eine Antwort.",
    isDnsOn: "Schlüssel und Regeln der Domains von Absendern suchen",
    servers: "Resolver, die gefragt werden",
    serversHint:
      "Etwa 192.0.2.53 oder [2001:db8::53]:53, durch Leerzeichen getrennt. Leer: der, den diese Maschine benutzt.",
    save: "Speichern",
  },
};
