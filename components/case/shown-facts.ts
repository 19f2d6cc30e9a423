import { fill } from "@/components/words/fill.ts";
import { readerZone, words } from "@/components/words/words.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import { FACT_FIELDS, type FactField } from "@/lib/complaints/fact-change.ts";
import type { ZoneKnowledge } from "@/lib/time/instant.ts";
import { toIso } from "@/lib/time/instant.ts";
import { localTime } from "@/lib/time/local-time.ts";
import { factLabel, type Side, sideOf } from "./highlights.ts";

/** One fact as the page shows it. Plain data: it goes to the browser in place of its markup. */
export type ShownFact = {
  field: FactField;
  isOpen: boolean;
  label: string;
  side: Side;
  /** As the mail says it. */
  value: string;
  /** A time in UTC, for machines and for people; null where the value is no time or its zone is not known. */
  time: { iso: string; text: string } | null;
  /** What is said behind the time, or in its place. */
  rest: string;
  /** What stands in the field to correct it. */
  editable: string;
  by: string | null;
  was: string | null;
  isPlaced: boolean;
};

export type FactWords = ReturnType<typeof factWords>;

/** The facts of one mail, and what is needed to show and correct them; the same object goes to every part of the page. */
export type ShownFacts = {
  facts: ShownFact[];
  /** An address of this page that ends where the name of a panel belongs; after it comes `hrefEnd`. */
  href: string;
  hrefEnd: string;
  said: FactWords;
};

/** `version`: a panel asked for by its address is of this state of the case and closed in the next. */
export function shownFacts(
  facts: readonly FactView[],
  mailId: string,
  version: number,
): ShownFacts {
  return {
    facts: facts.map(shown),
    href: `?mail=${mailId}&fact=`,
    hrefEnd: `v${version}`,
    said: factWords(),
  };
}

function shown(fact: FactView): ShownFact {
  const { field, isOpen, value, by, was, time } = fact;
  const at = time?.at ?? null;
  return {
    field,
    isOpen,
    label: factLabel(fact),
    side: sideOf(fact),
    value,
    time:
      at === null ? null : { iso: toIso(at), text: field === "deadline" ? short(at) : utcText(at) },
    rest: restOf(fact),
    editable: at === null ? value : utcText(at),
    by,
    was,
    isPlaced: fact.places.length > 0,
  };
}

/** `2026-03-01 10:04:11 UTC`: events are seconds apart. */
function utcText(at: number): string {
  return `${toIso(at).slice(0, 19).replace("T", " ")} UTC`;
}

/** `2026-03-01 10:04 UTC` */
function short(at: number): string {
  return `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;
}

/** What is known of the zone of a time, and the reader's own clock beside it; of other facts the value. */
function restOf({ time, value, field }: FactView): string {
  if (!time) return value;
  // A stated range or day is no moment, and its zone is known.
  if (time.at === null)
    return time.zone === "stated" ? value : fill(words().casePage.noZone, { value });
  const zone = readerZone();
  const own = zone === null ? "" : ` (${localTime(time.at, zone)})`;
  if (field === "deadline") return `${own} (${value})`;
  return own + (time.zone === "stated" ? theirClock(value) : zoneNote(time.zone));
}

const IS_UTC = /(?:UTC|GMT|Z|[+-]00:?00)\)?$/;

/** The accuser's own clock beside ours, unless theirs is UTC too. */
function theirClock(value: string): string {
  return IS_UTC.test(value.trim()) ? "" : fill(words().casePage.theirClock, { value });
}

function zoneNote(zone: ZoneKnowledge): string {
  return fill(words().casePage.zoneNote, { zone: words().casePage.timeZones[zone] });
}

/** What is said about facts, in the reader's language. */
function factWords() {
  const { casePage, correctIt, factHints, facts } = words();
  const kinds = FACT_FIELDS.filter((field) => field !== "zone");
  return {
    correctIt,
    hints: factHints,
    kinds: kinds.map((field) => ({ value: field, label: facts[field] })),
    addFact: casePage.addFact,
    addIt: casePage.addIt,
    addMissed: casePage.addMissed,
    andMore: casePage.andMore,
    asTheMailSays: casePage.asTheMailSays,
    correctThis: casePage.correctThis,
    deskHadRead: casePage.deskHadRead,
    happenedThen: casePage.happenedThen,
    isOurs: casePage.isOurs,
    isOurSide: casePage.isOurSide,
    isTheirs: casePage.isTheirs,
    isTheirSide: casePage.isTheirSide,
    missedTitle: casePage.missedTitle,
    noSuchThing: casePage.noSuchThing,
    notKnown: casePage.notKnown,
    nothingThen: casePage.nothingThen,
    readByDesk: casePage.readByDesk,
    saidBy: casePage.saidBy,
    saidByShort: casePage.saidByShort,
    sayZone: casePage.sayZone,
    timesWithZone: casePage.timesWithZone,
    timeZone: casePage.timeZone,
    useZone: casePage.useZone,
    whatItIs: casePage.whatItIs,
    whereInMail: casePage.whereInMail,
    zoneOfClock: casePage.zoneOfClock,
    zoneTitle: casePage.zoneTitle,
  };
}
