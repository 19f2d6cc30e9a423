import type { CaseOutcome, DeadlineOutcome } from "../cases/case-fact.ts";
import type { ComplaintType } from "../classify/classification.ts";

export const REPORT_LANGUAGES = ["en", "de"] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** The words of the published report. It is read by strangers, so it explains what the desk's pages need not. */
export type TransparencyWords = {
  title: string;
  titleOf: string;
  period: string;
  about: string[];
  kinds: string;
  kindsNote: string;
  kind: string;
  cases: string;
  fewerThan: string;
  total: string;
  totalBetween: string;
  none: string;
  below: string;
  outcomesHead: string;
  outcome: string;
  outcomes: Record<CaseOutcome, string>;
  outcomeNotes: string;
  speedHead: string;
  speed: string;
  tooFew: string;
  deadline: string;
  deadlines: Record<DeadlineOutcome, string>;
  policyHead: string;
  policy: string;
  authoritiesHead: string;
  authoritiesRange: string;
  authoritiesExact: string;
  made: string;
  types: Partial<Record<ComplaintType, string>>;
};

const en: TransparencyWords = {
  title: "Transparency report",
  titleOf: "Transparency report of {operator}",
  period: "From {from} to {to}, both days included, in UTC",
  about: [
    "We run relays of the Tor network. Traffic of people we do not know leaves the network through them, and now and then somebody complains about it to us or to our provider. This page says how many complaints came and what we did about them.",
    "A case is one incident; reminders and repeated reports of it belong to the same case. Automatic replies and mail that accuses nobody are not counted. The page names no person, no address and no provider.",
  ],
  kinds: "What was complained about",
  kindsNote:
    "Numbers from one to four are shown as “fewer than 5”, so that nobody can be recognised by them.",
  kind: "Kind",
  cases: "Cases",
  fewerThan: "fewer than 5",
  total: "All kinds together",
  totalBetween: "{least} to {most}",
  none: "No complaint came in this period.",
  below: "All figures below are about the {counted} cases of kinds whose number is given above.",
  outcomesHead: "What became of them",
  outcome: "Outcome",
  outcomes: {
    answered: "Answered",
    closed: "Closed without an answer",
    open: "Not finished yet",
    history: "Old mail kept as history",
  },
  outcomeNotes:
    "A case counts as answered when our first letter about it was taken by the mail server, or when it was answered in the provider’s form or outside our desk. Many reports are sent by programs that take no answer; those are closed without one.",
  speedHead: "How fast",
  speed:
    "Half of the answered cases were answered within {median}, nine of ten within {p90}, counted from the arrival of the first mail.",
  tooFew: "Too few cases were answered to say how long it took.",
  deadline: "Deadline",
  deadlines: {
    met: "Answered or closed by the deadline",
    missed: "Later than the deadline, or not yet",
    pending: "The deadline is still to come",
    without: "No deadline was set",
  },
  policyHead: "Exit policies",
  policy:
    "Because of complaints, destinations were closed at our relays for a while {begun} times, and opened again {ended} times.",
  authoritiesHead: "Requests of authorities",
  authoritiesRange:
    "The number of requests of police, courts and other authorities in this period lies between {from} and {to}. It is published only in steps, beginning with zero.",
  authoritiesExact: "Requests of police, courts and other authorities in this period: {count}.",
  made: "Made on {day}.",
  types: {
    copyright: "Copyright",
    bruteforce: "Guessing of passwords",
    portscan: "Port scans",
    ddos: "Denial of service",
    webattack: "Attacks on websites",
    spam_email: "E-mail spam",
    spam_web: "Spam on websites",
    irc: "Disturbance in chat networks",
    phishing_malware: "Phishing or malware",
    fraud: "Fraud",
    threats: "Threats",
    csam: "Depictions of child abuse",
    blocklist_notice: "Notices of blocklists",
    block_request: "Questions how to block Tor",
    isp_notice: "Notices of our providers",
  },
};

const de: TransparencyWords = {
  title: "Transparenzbericht",
  titleOf: "Transparenzbericht von {operator}",
  period: "Vom {from} bis zum {to}, beide Tage eingeschlossen, in UTC",
  about: [
    "Wir betreiben Relays des Tor-Netzwerks. Durch sie verlässt der Verkehr von Menschen, die wir nicht kennen, das Netzwerk, und hin und wieder beschwert sich jemand darüber bei uns oder bei unserem Anbieter. Diese Seite sagt, wie viele Beschwerden kamen und was wir damit getan haben.",
    "Ein Fall ist ein Vorkommnis; Erinnerungen und wiederholte Meldungen gehören zum selben Fall. Automatische Antworten und Nachrichten, die niemandem etwas vorwerfen, sind nicht gezählt. Die Seite nennt keine Person, keine Adresse und keinen Anbieter.",
  ],
  kinds: "Worüber man sich beschwert hat",
  kindsNote:
    "Zahlen von eins bis vier erscheinen als „weniger als 5“, damit niemand daran zu erkennen ist.",
  kind: "Art",
  cases: "Fälle",
  fewerThan: "weniger als 5",
  total: "Alle Arten zusammen",
  totalBetween: "{least} bis {most}",
  none: "In diesem Zeitraum kam keine Beschwerde.",
  below:
    "Alle weiteren Zahlen betreffen die {counted} Fälle der Arten, deren Anzahl oben angegeben ist.",
  outcomesHead: "Was daraus wurde",
  outcome: "Ergebnis",
  outcomes: {
    answered: "Beantwortet",
    closed: "Ohne Antwort abgeschlossen",
    open: "Noch nicht abgeschlossen",
    history: "Alte Post, als Vorgeschichte behalten",
  },
  outcomeNotes:
    "Ein Fall gilt als beantwortet, sobald der Mailserver unser erstes Schreiben dazu angenommen hat oder er im Formular des Anbieters oder außerhalb unserer Bearbeitung beantwortet wurde. Viele Meldungen verschicken Programme, die keine Antwort annehmen; diese werden ohne Antwort abgeschlossen.",
  speedHead: "Wie schnell",
  speed:
    "Die Hälfte der beantworteten Fälle war binnen {median} beantwortet, neun von zehn binnen {p90}, gerechnet ab dem Eintreffen der ersten Nachricht.",
  tooFew: "Es wurden zu wenige Fälle beantwortet, um zu sagen, wie lange es dauerte.",
  deadline: "Frist",
  deadlines: {
    met: "Innerhalb der Frist beantwortet oder abgeschlossen",
    missed: "Später als die Frist oder noch nicht",
    pending: "Die Frist läuft noch",
    without: "Es war keine Frist gesetzt",
  },
  policyHead: "Exit-Policies",
  policy:
    "Wegen Beschwerden wurden an unseren Relays {begun}-mal Ziele für eine Weile gesperrt und {ended}-mal wieder freigegeben.",
  authoritiesHead: "Anfragen von Behörden",
  authoritiesRange:
    "Die Zahl der Anfragen von Polizei, Gerichten und anderen Behörden liegt in diesem Zeitraum zwischen {from} und {to}. Sie wird nur in Stufen veröffentlicht, beginnend mit null.",
  authoritiesExact:
    "Anfragen von Polizei, Gerichten und anderen Behörden in diesem Zeitraum: {count}.",
  made: "Erstellt am {day}.",
  types: {
    copyright: "Urheberrecht",
    bruteforce: "Durchprobieren von Passwörtern",
    portscan: "Portscans",
    ddos: "Überlastungsangriffe",
    webattack: "Angriffe auf Websites",
    spam_email: "E-Mail-Spam",
    spam_web: "Spam auf Websites",
    irc: "Störungen in Chat-Netzen",
    phishing_malware: "Phishing oder Schadsoftware",
    fraud: "Betrug",
    threats: "Drohungen",
    csam: "Darstellungen von Kindesmissbrauch",
    blocklist_notice: "Meldungen von Sperrlisten",
    block_request: "Fragen, wie man Tor sperrt",
    isp_notice: "Mitteilungen unserer Anbieter",
  },
};

export const TRANSPARENCY_WORDS: Record<ReportLanguage, TransparencyWords> = { en, de };
