import type { StoredMessage, StoredTriage } from "../cases/stored-triage.ts";
import type { Fact } from "../complaints/complaint.ts";

type Facts = StoredTriage["complaint"];

const NO_MESSAGE: StoredMessage = {
  subject: "",
  from: null,
  replyTo: [],
  to: [],
  date: null,
  messageId: null,
  references: [],
  body: "",
  hasHtml: false,
  parts: [],
  nested: [],
};

/** What is left of what was read in a mail once its words are gone: the facts, with no place in a text any more. */
export function withoutMail(triage: StoredTriage): StoredTriage {
  const said = triage.complaint;
  return {
    ...triage,
    complaint: {
      ...said,
      message: NO_MESSAGE,
      accused: placeless(said.accused),
      destinations: placeless(said.destinations),
      destinationPorts: placeless(said.destinationPorts),
      sourcePorts: placeless(said.sourcePorts),
      refs: placeless(said.refs),
      events: said.events.map(({ span: _, ...event }) => event),
      deadline: said.deadline && { ...said.deadline, text: "", span: null },
      work: said.work && { ...said.work, span: null },
      wrapper: said.wrapper && { ...said.wrapper, statementUrl: null, threat: null },
      reporter: said.reporter && { ...said.reporter, name: "" },
      problems: [GONE.mail],
    },
  };
}

/** What is left once the facts about people are gone too: the desk's own conclusions, which the reports count. */
export function withoutRecord(triage: StoredTriage): StoredTriage {
  const { classification, evidence, route, complaint: said } = triage;
  const facts: Facts = {
    ...said,
    message: NO_MESSAGE,
    accused: [],
    destinations: [],
    destinationPorts: [],
    sourcePorts: [],
    events: [],
    refs: [],
    deadline: null,
    wrapper: null,
    reporter: null,
    work: null,
    claimedType: null,
    problems: [GONE.record],
  };
  return {
    classification: { ...classification, reasons: [] },
    evidence: { verdict: evidence.verdict, summary: "", events: [], relays: evidence.relays },
    route,
    complaint: facts,
  };
}

const GONE = {
  mail: {
    code: "purged",
    text: "This mail was purged, its time was over. Its hash and what was read in it are kept.",
  },
  record: {
    code: "purged",
    text: "This mail and what was read in it were purged, their time was over. Its hash is kept.",
  },
};

function placeless<T>(facts: readonly Fact<T>[]): Fact<T>[] {
  return facts.map(({ value }) => ({ value, span: null }));
}
