import type { FactField } from "../complaints/fact-change.ts";
import { placesOf } from "../complaints/place-of.ts";
import type { ComplaintView, CorrectionView } from "./case.ts";
import { addressPlaces, type Source, senderText, sourcesOf } from "./fact-sources.ts";
import type { FactView } from "./fact-view.ts";
import { openAddresses, openTimes } from "./open-facts.ts";
import type { StoredTriage } from "./stored-triage.ts";

/** What the page says of a mail besides its text. */
export function factsShown({
  triage,
  corrections,
}: Pick<ComplaintView, "triage" | "corrections">): {
  facts: FactView[];
  sender: string | null;
} {
  const { from } = triage.complaint.message;
  return {
    facts: listFacts(triage.complaint, corrections),
    sender: from && senderText(from),
  };
}

type Facts = StoredTriage["complaint"];
type Listed = Omit<FactView, "by" | "was" | "isOpen">;
type Given = { facts: Facts; sources: Source[]; addresses: ReturnType<typeof addressPlaces> };

/** A mail of thousands of rows shows this many of each kind. */
const MOST = 30;

/** All facts of a mail in the order of the page, each with its places and who says so; last what nobody has decided yet. */
export function listFacts(facts: Facts, corrections: readonly CorrectionView[]): FactView[] {
  const sources = sourcesOf(facts.message);
  const given = { facts, sources, addresses: addressPlaces(sources) };
  const holding = corrections.filter(({ undoneBy }) => undoneBy === null);
  const known = [
    ...listed(given, "accused", facts.accused),
    ...listed(given, "destination", facts.destinations),
    ...listed(given, "destinationPort", facts.destinationPorts),
    ...listed(given, "ownPort", facts.sourcePorts),
    ...protocolFact(given),
    ...timeFacts(given),
    ...deadlineFact(given),
    ...listed(given, "work", facts.work ? [facts.work] : []),
    ...listed(given, "reference", facts.refs),
    ...peopleAndLanguages(given),
  ].map((fact) => ({ ...fact, ...originOf(fact, holding), isOpen: false }));
  const open = [...openAddresses(facts, given.addresses), ...openTimes(facts)];
  return [...known, ...open.map((fact) => ({ ...fact, by: null, was: null, isOpen: true }))];
}

function listed(
  { sources, addresses }: Given,
  field: FactField,
  facts: readonly { value: string | number; span: FactView["places"][number] | null }[],
): Listed[] {
  return facts.slice(0, MOST).map((fact) => {
    const value = String(fact.value);
    const spans = fact.span ? [fact.span] : placesOf(sources, value, 1);
    const all = isTelling(field, value) ? placesOf(sources, value, PORT_PLACES) : [];
    return {
      field,
      value,
      time: null,
      places: addresses.get(value) ?? (all.length > 0 ? all : spans),
    };
  });
}

const PORT_PLACES = 100;

/** `22` stands everywhere; a port of four digits that stands alone is that port. */
function isTelling(field: FactField, value: string): boolean {
  return (field === "destinationPort" || field === "ownPort") && value.length >= 4;
}

/** Nobody needs a row that says the protocol is not known; adding it is one of the things to add. */
function protocolFact({ facts, sources }: Given): Listed[] {
  const { protocol } = facts;
  if (protocol === "unknown") return [];
  const places = [protocol.toUpperCase(), protocol].flatMap((word) => placesOf(sources, word, 1));
  return [{ field: "protocol", value: protocol, time: null, places: places.slice(0, 1) }];
}

const TIME_PLACES = 20;

function timeFacts({ facts, sources }: Given): Listed[] {
  const times = new Map(facts.events.flatMap(({ time }) => (time ? [[time.text, time]] : [])));
  return [...times.values()].slice(0, MOST).map(({ text, at, zone }) => ({
    field: "eventTime",
    value: text,
    time: { at, zone },
    places: text.length < 5 ? [] : placesOf(sources, text, TIME_PLACES),
  }));
}

function deadlineFact({ facts, sources }: Given): Listed[] {
  const { deadline } = facts;
  if (!deadline) return [];
  const { text, at, span } = deadline;
  const places = span ? [span] : placesOf(sources, text, 1);
  return [{ field: "deadline", value: text, time: { at, zone: "stated" }, places }];
}

function peopleAndLanguages({ facts, sources }: Given): Listed[] {
  const { reporter, language, originalLanguage } = facts;
  const plain = (field: FactField, value: string): Listed => ({
    field,
    value,
    time: null,
    places: [],
  });
  const who = reporter
    ? [
        {
          ...plain("reporter", mailboxText(reporter)),
          places: placesOf(sources, reporter.address, 1),
        },
      ]
    : [];
  const original =
    originalLanguage === language ? [] : [plain("originalLanguage", originalLanguage)];
  return [...who, plain("language", language), ...original];
}

function mailboxText({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address}>` : address;
}

/** Who said so last, if a person did. */
function originOf(
  { field, value }: Listed,
  corrections: readonly CorrectionView[],
): { by: string | null; was: string | null } {
  const said = corrections.findLast(({ change }) => {
    const target = change.as ?? change.field;
    if (target !== field || change.to === null) return false;
    return change.to === value || (field === "eventTime" && change.from === value);
  });
  if (!said) return { by: null, was: null };
  const { from } = said.change;
  return { by: said.by, was: from === value ? null : from };
}
