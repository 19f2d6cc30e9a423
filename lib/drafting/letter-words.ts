/** The few words code puts into letters, by language; a language without an entry gets English. */
type Words = {
  and: string;
  others: string;
  to: string;
  when: string;
  from: string;
  target: string;
  policy: string;
  port: string;
  ourRelay: string;
  inYourReport: string;
  moreLines: string;
  notStated: string;
  assumedZone: string;
  contradictoryZone: string;
};

const ENGLISH: Words = {
  and: "and",
  others: "others",
  to: "to",
  when: "When",
  from: "From",
  target: "To",
  policy: "Exit policy",
  port: "port",
  ourRelay: "our relay",
  inYourReport: "in the report",
  moreLines: "more lines",
  notStated: "(not stated)",
  assumedZone: "the report names no time zone; read as UTC",
  contradictoryZone: "the report names two time zones; both readings were checked",
};

const WORDS: Record<string, Words> = {
  en: ENGLISH,
  fr: {
    and: "et",
    others: "autres",
    to: "à",
    when: "Heure",
    from: "De",
    target: "Vers",
    policy: "Politique de sortie",
    port: "port",
    ourRelay: "notre relais",
    inYourReport: "dans le signalement",
    moreLines: "autres lignes",
    notStated: "(non indiqué)",
    assumedZone: "le signalement ne nomme pas de fuseau ; lu comme UTC",
    contradictoryZone: "le signalement nomme deux fuseaux ; les deux lectures ont été vérifiées",
  },
  nl: {
    and: "en",
    others: "andere",
    to: "tot",
    when: "Tijd",
    from: "Van",
    target: "Naar",
    policy: "Exitbeleid",
    port: "poort",
    ourRelay: "onze relay",
    inYourReport: "in de melding",
    moreLines: "meer regels",
    notStated: "(niet genoemd)",
    assumedZone: "de melding noemt geen tijdzone; gelezen als UTC",
    contradictoryZone: "de melding noemt twee tijdzones; beide lezingen zijn nagegaan",
  },
  de: {
    and: "und",
    others: "weitere",
    to: "bis",
    when: "Zeit",
    from: "Von",
    target: "Ziel",
    policy: "Exit-Policy",
    port: "Port",
    ourRelay: "unser Relay",
    inYourReport: "in der Meldung",
    moreLines: "weitere Zeilen",
    notStated: "(nicht genannt)",
    assumedZone: "die Meldung nennt keine Zeitzone; als UTC gelesen",
    contradictoryZone: "die Meldung nennt zwei Zeitzonen; beide Lesarten wurden geprüft",
  },
};

export function wordsOf(language: string): Words {
  return WORDS[language] ?? ENGLISH;
}

const MAX_NAMED = 5;

/** "22", "22 and 80", "22, 80, 443, 8080, 8443 and 7 others"; empty for nothing. */
export function joinWords(values: string[], language: string): string {
  const words = wordsOf(language);
  if (values.length <= 1) return values[0] ?? "";
  if (values.length > MAX_NAMED) {
    const named = values.slice(0, MAX_NAMED).join(", ");
    return `${named} ${words.and} ${values.length - MAX_NAMED} ${words.others}`;
  }
  return `${values.slice(0, -1).join(", ")} ${words.and} ${values.at(-1)}`;
}
