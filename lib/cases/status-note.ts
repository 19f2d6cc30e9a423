import { type Instant, toIso } from "../time/instant.ts";

/** What the desk's own data say since the answer or the mitigation. Nothing else goes into the note. */
export type StatusFacts = {
  since: Instant;
  until: Instant;
  /** Our address they complained about. */
  ip: string;
  /** Further complaints about it that reached this desk. */
  complaints: number;
  /** In force at `until`, and since when; empty: nothing was closed. */
  closed: { line: string; from: Instant }[];
};

type Words = {
  none: (facts: Said) => string;
  some: (facts: Said, count: number) => string;
  closed: (line: string, from: string) => string;
  hello: string;
};
type Said = { ip: string; since: string; until: string };

const WORDS: Record<string, Words> = {
  en: {
    hello: "Hello,",
    none: ({ ip, since, until }) =>
      `Between ${since} and ${until} no further complaint about ${ip} has reached us.`,
    some: ({ ip, since, until }, count) =>
      `Between ${since} and ${until} ${count === 1 ? "one further complaint" : `${count} further complaints`} about ${ip} reached us.`,
    closed: (line, from) => `Our relay has refused this since ${from}: ${line}`,
  },
  de: {
    hello: "Guten Tag,",
    none: ({ ip, since, until }) =>
      `Zwischen ${since} und ${until} hat uns keine weitere Beschwerde zu ${ip} erreicht.`,
    some: ({ ip, since, until }, count) =>
      `Zwischen ${since} und ${until} ${count === 1 ? "hat uns eine weitere Beschwerde" : `haben uns ${count} weitere Beschwerden`} zu ${ip} erreicht.`,
    closed: (line, from) => `Unser Relay lehnt Folgendes seit ${from} ab: ${line}`,
  },
};

/** The note to the provider: what reached us, and what is closed. In German or else in English. */
export function statusNote(facts: StatusFacts, language: string): string {
  const words = WORDS[language] ?? WORDS["en"];
  if (words === undefined) throw new Error("the note has no words");
  const said = { ip: facts.ip, since: minute(facts.since), until: minute(facts.until) };
  const count = facts.complaints === 0 ? words.none(said) : words.some(said, facts.complaints);
  const closed = facts.closed.map(({ line, from }) => words.closed(line, minute(from)));
  return [words.hello, "", count, ...closed, ""].join("\n");
}

function minute(at: Instant): string {
  return `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;
}
