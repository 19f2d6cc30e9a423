import { expect, test } from "vitest";
import type { Complaint, ComplaintEvent } from "../complaints/complaint.ts";
import { gatherEvidence } from "../evidence/gather-evidence.ts";
import type { Answer, Finding, FindingKind, Verdict } from "../evidence/verdict.ts";
import type { RelayHistory } from "../relays/history.ts";
import { aComplaint, aFact, anEvent, aTime } from "./a-complaint.ts";
import { aHistory, aPolicy, aRelay, ORIGIN } from "./a-relay.ts";

/** A complaint, what was true then, and what the desk must conclude. */
export type Situation = {
  name: string;
  complaint: Complaint;
  history: RelayHistory;
  verdict: Verdict;
  /** The deciding line; a finding and the summary name it. */
  rule?: string;
  /** Answers at least one finding of the kind gives. */
  findings?: Partial<Record<FindingKind, Answer>>;
  /** What the summary says. */
  says?: RegExp;
  /** What neither the summary nor a finding may claim. */
  never?: RegExp;
};

/** The moment a policy or tenure changes in many situations, and the day around it. */
export const FLIP = "2026-02-03T12:00:00Z";
export const DAY = aTime("2026-02-03T00:00:00Z", "2026-02-03T23:59:59Z");
export const WEB_ONLY = ["ExitPolicy accept *:80,accept *:443,reject *:*"];
export const NON_EXIT = ["ExitRelay 0"];
export const EXIT = aHistory(aRelay());
export const MIDDLE = aHistory(aRelay({ policies: [aPolicy(NON_EXIT)] }));
export const WEB_EXIT = aHistory(aRelay({ policies: [aPolicy(WEB_ONLY)] }));
export const SECOND = { nickname: "relay8", fingerprint: "8".repeat(40) };

/** A complaint with these events that accuses what they name. */
export function about(...given: Partial<ComplaintEvent>[]): Complaint {
  const events = given.map((event) => anEvent(event));
  return aComplaint({ events, accused: accusedIn(events) });
}

function accusedIn(events: ComplaintEvent[]): Complaint["accused"] {
  const ips = events.flatMap(({ sourceIp }) => sourceIp ?? []);
  return [...new Set(ips)].map((ip) => aFact(ip));
}

/** One relay whose policy changed at {@link FLIP}. */
export function flipped(before: string[], after: string[]): RelayHistory {
  return aHistory(aRelay({ policies: [aPolicy(before, ORIGIN, FLIP), aPolicy(after, FLIP)] }));
}

/** Without a source and an age it is an opinion; only what no record says is as of the check. */
function isAgeless({ source, learnedAt }: Finding): boolean {
  return source === "" || (learnedAt === null && source !== "the desk's records");
}

/** One test a situation. */
export function checkSituations(situations: Situation[]): void {
  test.each(situations)(
    "$name",
    ({ complaint, history, verdict, rule, findings = {}, says = /^/, never }) => {
      const evidence = gatherEvidence(complaint, history);
      const all = evidence.events.flatMap((event) => event.findings);
      expect(evidence.verdict, evidence.summary).toBe(verdict);
      expect(evidence.summary).toMatch(says);
      for (const said of [evidence.summary, ...all.map(({ text }) => text)]) {
        if (never !== undefined) expect(said).not.toMatch(never);
      }
      if (complaint.message.date !== null) expect(all.filter(isAgeless)).toEqual([]);
      for (const [kind, answer] of Object.entries(findings)) {
        const answers = all.filter((finding) => finding.kind === kind).map(({ answer }) => answer);
        expect(answers, kind).toContain(answer);
      }
      if (rule !== undefined) {
        expect(all.map((finding) => finding.rule)).toContain(rule);
        expect(evidence.summary).toContain(`\`${rule}\``);
      }
    },
  );
}
