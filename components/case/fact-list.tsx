import type { ReactNode } from "react";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { readerZone, words } from "@/components/words/words.ts";
import type { ComplaintView } from "@/lib/cases/case.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import { FACT_FIELDS, type FactField } from "@/lib/complaints/fact-change.ts";
import type { ZoneKnowledge } from "@/lib/time/instant.ts";
import { toIso } from "@/lib/time/instant.ts";
import { localTime } from "@/lib/time/local-time.ts";
import { panelId, sideOf } from "./highlights.ts";

const SHOWN = 6;
type Numbered = { fact: FactView; n: number };
type Row = { name: string; values: Numbered[] };

/**
 * The facts read out of the mail, by kind; each leads to where it can be corrected. The underlines are those of the text
 * below. What was not found is left out.
 */
export function FactList({ complaint, facts }: { complaint: ComplaintView; facts: FactView[] }) {
  const { wrapper } = complaint.triage.complaint;
  return (
    <dl
      id="facts"
      className="my-4 grid grid-cols-[7rem_1fr] sm:grid-cols-[8.5rem_1fr] gap-x-3 gap-y-1 text-sm"
    >
      {rowsOf(facts).map(({ name, values }) => (
        <Pair key={name} name={name}>
          <Values values={values} />
          {unlisted(complaint, values)}
        </Pair>
      ))}
      {wrapper ? (
        <Pair name="Provider">{[wrapper.provider, wrapper.threat].filter(Boolean).join(": ")}</Pair>
      ) : null}
      {wrapper?.statementUrl ? <Pair name="Provider's form">{wrapper.statementUrl}</Pair> : null}
    </dl>
  );
}

function rowsOf(facts: FactView[]): Row[] {
  const numbered = facts.map((fact, n) => ({ fact, n }));
  const known = FACT_FIELDS.map((field) => ({
    name: words().facts[field],
    values: numbered.filter(({ fact }) => fact.field === field && !fact.isOpen),
  }));
  const open = ["destination", "eventTime"].map((field) => ({
    name: words().openFacts[field === "eventTime" ? "time" : "address"],
    values: numbered.filter(({ fact }) => fact.field === field && fact.isOpen),
  }));
  return [...known, ...open].filter(({ values }) => values.length > 0);
}

/** A scan of a thousand addresses is listed by its first. */
function unlisted({ triage }: ComplaintView, values: Numbered[]): ReactNode {
  const read = triage.complaint;
  const all: Partial<Record<FactField, number>> = {
    accused: read.accused.length,
    destination: read.destinations.length,
    destinationPort: read.destinationPorts.length,
    ownPort: read.sourcePorts.length,
    reference: read.refs.length,
  };
  const [first] = values;
  const count = first && !first.fact.isOpen ? (all[first.fact.field] ?? 0) : 0;
  return count > values.length ? <span>{rich(words().casePage.firstOf, { count })}</span> : null;
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="opacity-80">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Values({ values }: { values: Numbered[] }) {
  const rest = values.slice(SHOWN);
  return (
    <>
      <ul className="flex flex-wrap gap-x-3">
        {values.slice(0, SHOWN).map((one) => (
          <Value key={one.n} {...one} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="cursor-pointer">
            {rich(words().casePage.andMore, { length: rest.length })}
          </summary>
          <ul className="flex flex-wrap gap-x-3">
            {rest.map((one) => (
              <Value key={one.n} {...one} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Value({ fact, n }: Numbered) {
  return (
    <li className="min-w-0">
      <mark data-side={sideOf(fact)}>
        <a
          href={`#${panelId(n)}`}
          data-fact={words().correctIt}
          title={words().correctIt}
          className="fact-link"
        >
          <FactValue fact={fact} />
        </a>
      </mark>
      {fact.by ? (
        <span className="ml-1 text-xs opacity-80">
          {rich(words().casePage.saidByShort, { by: fact.by })}
        </span>
      ) : null}
    </li>
  );
}

/** `2026-03-01 10:04:11 UTC`: events are seconds apart. */
export function utcText(at: number): string {
  return `${toIso(at).slice(0, 19).replace("T", " ")} UTC`;
}

/** A fact in words: times in UTC with what is known of their zone, the rest as it stands. */
export function FactValue({ fact }: { fact: FactView }) {
  const { time, value, field } = fact;
  if (!time) return <>{value}</>;
  if (time.at === null) return <>{rich(words().casePage.noZone, { value })}</>;
  if (field === "deadline")
    return (
      <>
        <UtcTime at={time.at} /> ({value})
      </>
    );
  const note = time.zone === "stated" ? theirClock(value) : zoneNote(time.zone);
  const zone = readerZone();
  const own = zone === null ? null : localTime(time.at, zone);
  return (
    <>
      <time dateTime={toIso(time.at)}>{utcText(time.at)}</time>
      {own === null ? "" : ` (${own})`}
      {note}
    </>
  );
}

const IS_UTC = /(?:UTC|GMT|Z|[+-]00:?00)\)?$/;

/** The accuser's own clock beside ours, unless theirs is UTC too. */
function theirClock(value: string): string {
  return IS_UTC.test(value.trim()) ? "" : fill(words().casePage.theirClock, { value });
}

function zoneNote(zone: ZoneKnowledge): string {
  return fill(words().casePage.zoneNote, { zone: words().casePage.timeZones[zone] });
}
