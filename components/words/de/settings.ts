import type { settings as en } from "../en/settings.ts";

export const settings: typeof en = {
  offers: {
    one: "Ihre Relays nennen {count} weiteres als ihre Familie. Bis Sie sagen, dass es Ihres ist, erfährt das Desk nichts darüber.",
    other:
      "Ihre Relays nennen {count} weitere als ihre Familie. Bis Sie sagen, dass es Ihre sind, erfährt das Desk nichts über sie.",
  },
  allMine: {
    one: "Es ist meines",
    other: "Alle {count} sind meine",
  },
  sources: "Quellen über Relays",
  sourcesText:
    "Das Desk liest sie jede Stunde neu, damit die Geschichte Ihrer Relays von selbst wächst.",
  templates: "Vorlagen",
  people: "Personen",
  signed: "Wie Briefe unterschrieben sind",
  webhook: "Schlüssel für Maschinen",
  webhookText:
    "Mail über HTTP: Senden Sie eine rohe Mail mit POST an {code}, mit {codeb} und {codec}, oder unterschreiben Sie die Anfrage; wie, zeigt {doc}. Die Antwort 202 heißt: Sie liegt auf der Platte. Auch Berichte werden mit einem solchen Schlüssel gelesen.",
  profile: {
    noLaw: "Kein Gesetz nennen",
    eu: "Europäische Union (Gesetz über digitale Dienste)",
    us: "Vereinigte Staaten (17 USC 512)",
    name: "Name",
    nameHint: "Sie oder Ihre Gruppe, wie Briefe Sie nennen.",
    signature: "Unterschrift",
    law: "Gesetz, das Briefe nennen dürfen",
    notice: "Adresse Ihrer Exit-Seite",
    noticeHint: "Die Seite, die sagt, was Ihr Relay ist.",
    logs: "Ihr Satz über Protokolldaten",
    logsHint:
      "Er steht Wort für Wort in Briefen, und nur, wenn Sie ihn hier schreiben. Schreiben Sie nichts, was Sie vor Gericht nicht sagen könnten.",
    counsel: "Adresse Ihres Rechtsbeistands",
    counselHint:
      "Briefe der Polizei werden dorthin weitergegeben und von niemand anderem beantwortet.",
    save: "Speichern",
  },
  addSource: "Hinzufügen: {title}",
  readNow: "Jetzt lesen",
  remove: "Entfernen",
  change: "Ändern",
  notRead: "Noch nicht gelesen.",
  readAt: "Gelesen {when}: {lastText}",
  next: "Das nächste Mal: {when}.",
  off: "Ausgeschaltet.",
  problem: "Problem: {lastProblem}",
  token: {
    shownOnce: "Das ist der Schlüssel. Er wird nur jetzt gezeigt: {code}",
    secretOnce:
      "Unterschreiben Sie mit diesem Geheimnis. Es wird nur jetzt gezeigt: {code} Nennen Sie es als Schlüssel {key}",
    whatFor: "Wofür er ist",
    mayDo: "Was er darf",
    kinds: {
      "intake-signed": "Mail abgeben, jede Anfrage unterschrieben",
      intake: "Mail abgeben, der Schlüssel wird mitgesendet",
      reports: "Berichte lesen, nichts von versiegelten Fällen",
      metrics: "Zahlen für die Überwachung lesen",
    },
    key: "Schlüssel {key}",
    lastUsed: "zuletzt benutzt {when}",
    neverUsed: "nie benutzt",
    make: "Schlüssel erzeugen",
  },
  sourceForm: {
    hourly: "Jede Stunde lesen",
    add: "Hinzufügen",
    save: "Speichern",
  },
  since: "seit {when}",
  revoke: "Widerrufen",
  revokeNamed: "Den Schlüssel {name} widerrufen",
  revoked: "widerrufen {when}",
  noName: "Name nicht bekannt",
  namedBy: "{source} von {namedBy}{mutual}",
  mutual: ", und es sagt das auch",
  notMutual: ", aber es wurde nicht gesehen, dass es das auch sagt",
  tickedMine: "Die angekreuzten sind meine",
  tickedNot: "Die angekreuzten nicht",
  sourceTitles: {
    folder: "Dateien eines Relays auf diesem Rechner",
    control: "Ein laufendes tor auf diesem Rechner",
    onionoo: "Onionoo, die Aufzeichnungen des Netzes selbst",
  },
  saved: {
    profile: "Gespeichert.",
    token: "Gespeichert.",
    source:
      "Gespeichert. Was eingeschaltet ist, wird in Sekunden gelesen: Laden Sie diese Seite neu, um zu sehen, wie es ging.",
    reading: "Es wird in Sekunden gelesen: Laden Sie diese Seite neu, um zu sehen, wie es ging.",
    family: "Vermerkt. Die Quellen werden neu gelesen, wegen dieser Relays.",
    reader: "Gespeichert. Von jetzt an sehen Ihre Seiten so aus.",
  },
  sourceFields: {
    name: "Name in dieser Liste",
    nameHint: "Darf leer bleiben.",
    directory: "DataDirectory",
    directoryHint:
      "Debian: /var/lib/tor. Der Benutzer, unter dem das Desk läuft, muss in der Gruppe von tor sein. Schlüssel werden nicht geöffnet.",
    torrc: "torrc",
    torrcHint: "/etc/tor/torrc; eingebundene Dateien werden mitgelesen.",
    log: "Notice-Log",
    logHint: "/var/log/tor/notices.log, falls tor eines schreibt.",
    zone: "Zone der Uhr des Logs",
    zoneHint: "UTC, +02:00 oder Europe/Berlin. Leer: Die Zustandsdatei von tor sagt es, sonst UTC.",
    where: "Control-Port oder Socket",
    whereHint: "127.0.0.1:9051 oder /run/tor/control.",
    password: "Passwort",
    passwordHint:
      "Nur ohne Anmeldung per Cookie. Es wird verschlüsselt aufbewahrt; leer lässt das vorhandene stehen.",
    address: "Adresse",
    addressHint:
      "https://onionoo.torproject.org/ oder ein Onion-Dienst. Er erfährt, nach welchen Relays Sie fragen, sonst nichts.",
    proxy: "SOCKS5-Proxy",
    proxyHint:
      "127.0.0.1:9050 fragt über Ihr eigenes tor; Namen werden dort aufgelöst, nie hier. Ein Onion-Dienst braucht ihn.",
  },
  reader: {
    title: "Wie Sie die Seiten lesen",
    language: "Sprache der Seiten",
    asBrowser: "Wie der Browser es wünscht",
    languageHint: "Briefe behalten die Sprache der Beschwerde, auf die sie antworten.",
    zone: "Ihre Zeitzone",
    zoneHint: "Wird neben UTC gezeigt, zum Beispiel Europe/Berlin. Leer: nur UTC.",
    save: "Speichern",
    noZone:
      "Eine solche Zone ist nicht bekannt: Schreiben Sie sie wie Europe/Berlin, oder lassen Sie das Feld leer.",
  },
};
