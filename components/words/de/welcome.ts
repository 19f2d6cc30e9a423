import type { welcome as en } from "../en/welcome.ts";

export const welcome: typeof en = {
  firstSteps: "Erste Schritte",
  loadSample: "Beispiel-Postfach laden",
  signIn: "Anmelden",
  title: "Willkommen an Ihrem Abuse-Desk",
  about:
    "Hier kommen die Beschwerden über Ihre Relays an. Das Desk liest jede, prüft sie gegen das, was Ihr Relay in dem Moment tat, und entwirft die Antwort. Sie lesen sie und senden sie.",
  firstAccount:
    "Zuerst das Konto, dem dieses Desk gehört. Es gibt kein voreingestelltes, und niemand kann es von außen zurücksetzen.",
  relayText:
    "Fügen Sie seinen Descriptor oder seine torrc ein. Das Desk prüft jede Beschwerde daran.",
  addRelay: "Ein Relay hinzufügen",
  mailboxText:
    "Wo Beschwerden ankommen und Antworten hinausgehen. Auf dem Server wird nichts gelöscht oder als gelesen markiert.",
  addMailbox: "Ein Postfach hinzufügen",
  signText:
    "Ihr Name, und wo Ihr Rechtsbeistand zu erreichen ist, wenn die Polizei schreibt. Bis dahin hat jeder Brief eine Lücke für die Unterschrift.",
  signTitle: "Sagen, wie Briefe unterschrieben sind",
  lookRound: "Oder sehen Sie sich erst um",
  sampleText:
    "Das Beispiel-Postfach enthält 60 Beschwerden jeder Art, in mehreren Sprachen, über zwei Beispiel-Relays. Sie sind erfunden, und ihre Briefe gehen an Adressen, die niemand hat.",
  done: "erledigt",
  owner: {
    login: "Anmeldename",
    password: "Passwort",
    passwordHint: "Mindestens 12 Zeichen. Ein paar Wörter hintereinander sind gut.",
    again: "Dasselbe Passwort noch einmal",
    make: "Konto anlegen",
  },
  signInForm: {
    login: "Anmeldename",
    password: "Passwort",
    submit: "Anmelden",
  },
  choice: {
    label: "Sprache der Seiten",
  },
};
