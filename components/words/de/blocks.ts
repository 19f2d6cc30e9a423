import type { blocks as english } from "../en/blocks.ts";

export const blocks: typeof english = {
  title: "Sperren",
  tabs: { lists: "Sperrlisten", networks: "Netze und Sites" },
  off: "Das Desk fragt keine Sperrliste. Wem das Desk gehört, kann das unten einschalten.",
  none: "Keine unserer Adressen steht auf einer der gefragten Listen, soweit sie antworten.",
  notAsked:
    "Noch wurde nichts gefragt. Es beginnt in einer Minute und dauert bis zu einer halben Stunde.",
  worth: "Eine Antwort wert",
  worthHint:
    "Gelistet wegen dessen, was von der Adresse gekommen sein soll, oder wegen der Art ihres Netzes.",
  expected: "Erwartet: als Tor-Exit gelistet",
  expectedHint: "Das ist die Adresse. Es gibt nichts zu erbitten.",
  since: "seit {when}",
  lastSeen: "zuletzt gesehen {when}",
  says: "Sie sagt: {text}",
  write: "Dorthin schreiben",
  kinds: {
    tor: "als Tor-Exit",
    abuse: "als Quelle von Missbrauch",
    range: "als Art von Netz",
  },
  lists: {
    title: "Die Listen",
    never: "noch nicht",
    unanswered: { one: "{count} Adresse ohne Antwort", other: "{count} Adressen ohne Antwort" },
    policy: "Regeln: {url}",
    delisting: "Austragung: {how}",
  },
  tests: {
    waiting: "noch nicht geprüft",
    sound: "verlässlich",
    half: "nur ihr Ja zählt",
    refused: "antwortet uns nicht",
    broken: "nicht zu glauben",
    failed: "keine Antwort",
  },
  ended: "Beendet",
  fromTo: "{from} bis {to}",
  askNow: "Jetzt wieder fragen",
  asking:
    "In den nächsten Minuten wird wieder gefragt. Laden Sie die Seite neu, um die Antworten zu sehen.",
  saved: "Gespeichert.",
  settings: {
    title: "Abfragen",
    why: "Jede Frage verrät dem Betreiber der Liste und dem Resolver, um welche Adresse sich das Desk kümmert. Gefragt wird nur nach Adressen, die unsere Relays jetzt haben, einmal am Tag und nicht über Tor.",
    on: "Diese Listen nach unseren Adressen fragen",
    lists: "Zu fragende Listen",
    servers: "Resolver",
    serversHint:
      "Etwa 192.0.2.53 oder [2001:db8::53]:53, durch Leerzeichen getrennt. Leer: der des Rechners. Viele Listen weisen öffentliche Resolver ab.",
    save: "Speichern",
  },
  networks: {
    empty: "Noch ist hier kein Netz und keine Site vermerkt.",
    due: "Wieder anzusehen",
    open: "Offen",
    closed: "Erledigt",
    add: "Hinzufügen",
    all: "Alle Relays",
    again: "wieder ansehen {when}",
    forCase: "zum Fall {link}",
    history: "Was gesagt und getan wurde",
    change: "Ändern",
    note: "Notiz",
    noteText: "Was geschehen ist",
    keepNote: "Notiz behalten",
    letter: "Dorthin schreiben",
    letterHint:
      "Das Desk versendet hier nichts. Schicken Sie den Brief per Mail oder in deren Formular ab und halten Sie dann fest, was Sie geschickt haben.",
    language: "Sprache des Briefs",
    show: "In dieser Sprache zeigen",
    to: "Wohin er geht",
    subject: "Betreff",
    text: "Text",
    days: "Wieder ansehen in Tagen",
    daysHint: "0: nicht geplant",
    sent: "Das habe ich geschickt",
    followUp: "Wieder ansehen",
    plan: "Planen",
    languages: { en: "Englisch", de: "Deutsch" },
  },
  fields: {
    kind: "Wer",
    name: "Name",
    nameHint: "Des Netzes, der Site oder der Liste",
    contact: "Wie man sie erreicht",
    contactHint: "Eine Adresse oder wo ihr Formular ist. Das Desk öffnet sie nie.",
    status: "Wie es steht",
    relays: "Gesperrte Relays",
    relaysHint: "Namen, durch Leerzeichen getrennt; leer: alle",
    since: "Seit",
    dayHint: "Ein Tag wie 2026-03-01; leer: nicht bekannt",
    followUp: "Wieder ansehen am",
    followUpHint: "Ein Tag wie 2026-03-01; leer: nicht geplant",
    save: "Speichern",
  },
  blockKinds: {
    irc: "IRC-Netz",
    site: "Website",
    wiki: "Wiki",
    mail: "Mail-Anbieter",
    list: "Sperrliste",
    other: "Anderes",
  },
  states: {
    blocked: "sperrt uns",
    asked: "gefragt",
    allowed: "lässt uns ein",
    refused: "abgelehnt",
    no_answer: "keine Antwort",
  },
  steps: {
    begun: "Vermerkt",
    changed: "Geändert",
    note: "Notiz",
    letter: "Brief",
    follow_up: "Wieder ansehen am",
  },
  ofCase: {
    title: "Wer uns sperrt",
    none: "Zu diesem Fall ist niemand vermerkt.",
    add: "Vermerken, wer uns sperrt",
  },
  listWords: {
    "dan-torexit": {
      meaning: "Sie führt jeden Tor-Exit, weil er einer ist. Viele Sites und IRC-Netze fragen sie.",
      delisting: "nur, indem das Relay kein Exit mehr ist.",
    },
    "torproject-dnsel": {
      meaning: "Die Liste der Exits des Tor-Projekts selbst, für Dienste, die es wissen wollen.",
      delisting: "nur, indem das Relay kein Exit mehr ist.",
    },
    efnet: {
      meaning:
        "Die eigene Liste des IRC-Netzes EFnet. Sie nennt Tor-Exits als solche, je zehn Tage lang.",
      delisting:
        "ein Tor-Eintrag kehrt wieder, solange das Relay ein Exit ist; für die anderen gibt es dort ein Formular.",
    },
    dronebl: {
      meaning:
        "Von den meisten IRC-Netzen gefragt. Gemeint sind missbrauchte Rechner; Exits geraten hinein durch das, was aus ihnen kam.",
      delisting: "das Formular unter dronebl.org/lookup; nennen Sie die Adresse einen Tor-Exit.",
    },
    "spamhaus-zen": {
      meaning:
        "Von sehr vielen Mailservern gefragt. Ein Exit verschickt selbst keine Mail; es schadet wenig, solange kein Anbieter darauf reagiert.",
      delisting:
        "das Formular unter check.spamhaus.org. XBL- und CSS-Einträge enden von selbst und kehren mit der nächsten Meldung wieder.",
    },
    spamcop: {
      meaning: "Mail von dieser Adresse wurde als Spam gemeldet.",
      delisting: "von selbst, einen Tag nach der letzten Meldung.",
    },
    barracuda: {
      meaning:
        "Die Liste eines Herstellers von Mail-Geräten. Sie antwortet nur Resolvern, die dort angemeldet sind.",
      delisting: "das Formular unter barracudacentral.org.",
    },
    "uceprotect-1": {
      meaning:
        "Ihre Fallen sahen Spam oder Portscans. Ihre Stufen 2 und 3 führen ganze Netze und machen Anbieter nervös.",
      delisting:
        "von selbst, sieben Tage nach der letzten Sichtung. Zahlen Sie nicht für eine frühere.",
    },
    "blocklist-de": {
      meaning:
        "Server meldeten Angriffe von dieser Adresse: falsche Anmeldungen, Web-Angriffe, Mail.",
      delisting:
        "von selbst, einige Zeit nach der letzten Meldung; es gibt dort auch ein Formular.",
    },
    psbl: {
      meaning: "Ihre Spamfallen bekamen Mail von dieser Adresse.",
      delisting: "jeder kann eine Adresse mit dem Formular unter psbl.org austragen.",
    },
    s5h: {
      meaning:
        "Die Fallen eines einzelnen Betreibers für Spam und Angriffe, gefragt von vielen kleinen Servern.",
      delisting:
        "von selbst, einige Zeit nach der letzten Meldung; es gibt dort auch ein Formular.",
    },
  },
};
