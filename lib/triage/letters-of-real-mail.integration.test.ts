import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { classify } from "../classify/classify.ts";
import type { Complaint } from "../complaints/complaint.ts";
import { readComplaint } from "../complaints/read-complaint.ts";
import { checkLetter } from "../drafting/check-letter.ts";
import { chooseRoute } from "../drafting/choose-route.ts";
import { draftReplies } from "../drafting/draft-replies.ts";
import { readTemplates } from "../drafting/files.ts";
import { gatherEvidence } from "../evidence/gather-evidence.ts";
import { parseMessage } from "../mail/parse-message.ts";
import type { RelayHistory } from "../relays/history.ts";
import { OPERATOR } from "../testing/a-letter-case.ts";
import { aHistory, anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { type Claim, untrueClaims } from "../testing/untrue-claims.ts";

const CORPUS = path.join(import.meta.dirname, "../../../shared/corpus/dev");
const RECEIVED_AT = Date.parse("2026-03-01T12:00:00Z");
const LONG_AGO = "1999-01-01T00:00:00Z";
const { templates } = await readTemplates("templates");

/** A world in which the address is ours or not, and what nobody may then say, whatever the complaint. */
type World = { name: string; history: (ips: readonly string[]) => RelayHistory; never: Claim[] };

const ours = (ips: readonly string[]) => ips.map((ip) => aTenure(ip, LONG_AGO));
const relayWith = (lines: string[]) => (ips: readonly string[]) =>
  aHistory(aRelay({ tenures: ours(ips), policies: [aPolicy(lines, LONG_AGO)] }));
const WORLDS: World[] = [
  {
    name: "an exit that allows everything",
    history: relayWith([
      "ExitRelay 1",
      "IPv6Exit 1",
      "ExitPolicy accept *:*",
      "ExitPolicyRejectPrivate 0",
    ]),
    never: ["refused", "down", "notOurs"],
  },
  {
    name: "an exit that allows one port nobody names",
    history: relayWith(["ExitRelay 1", "ExitPolicy accept *:9", "ExitPolicy reject *:*"]),
    never: ["viaTor", "allowed", "down", "notOurs"],
  },
  {
    name: "a relay that is no exit",
    history: relayWith(["ExitRelay 0"]),
    never: ["viaTor", "allowed", "down", "notOurs"],
  },
  {
    name: "an exit that had not run for decades",
    history: (ips) =>
      aHistory(
        aRelay({
          tenures: ours(ips),
          policies: [aPolicy(["ExitRelay 1", "ExitPolicy accept *:*"], LONG_AGO)],
          uptime: [anUptime(LONG_AGO, "1999-02-01T00:00:00Z")],
        }),
      ),
    never: ["viaTor", "notOurs"],
  },
  {
    name: "an exit of which no policy is known",
    history: (ips) => aHistory(aRelay({ tenures: ours(ips), policies: [] })),
    never: ["viaTor", "allowed", "refused", "down", "notOurs"],
  },
  {
    name: "other people's addresses",
    history: () => aHistory(aRelay({ tenures: [aTenure("192.0.2.250", LONG_AGO)] })),
    never: ["viaTor", "allowed", "refused", "down"],
  },
  {
    name: "a desk that knows no relay",
    history: () => aHistory(),
    never: ["viaTor", "allowed", "refused", "down"],
  },
];

test("over the labelled mails and seven worlds no letter says what is not proven", async () => {
  const files = readdirSync(CORPUS).filter((name) => name.endsWith(".eml"));
  const wrong: string[] = [];
  let letters = 0;
  for (const file of files) {
    const message = await parseMessage(readFileSync(path.join(CORPUS, file)));
    const complaint = readComplaint(message, RECEIVED_AT);
    const accused = complaint.accused.map(({ value }) => value.split("/", 1)[0] ?? value);
    for (const { name, history, never } of WORLDS) {
      const notSaid = unsaid(complaint, never);
      for (const [template, problem] of problemsIn(
        complaint,
        history(accused),
        notSaid,
        () => (letters += 1),
      ))
        wrong.push(`${file}, ${name}, ${template}: ${problem}`);
    }
  }
  expect(files.length).toBeGreaterThan(300);
  expect(letters).toBeGreaterThan(1000);
  // Only names and codes: the mails are other people's.
  expect(wrong.slice(0, 20), `${wrong.length} of ${letters} letters`).toEqual([]);
}, 240_000);

/** Beside what is untrue in that world: nothing about a port or a moment that the report does not name. */
function unsaid(complaint: Complaint, never: readonly Claim[]): Claim[] {
  const { events, destinationPorts } = complaint;
  const isTimed = events.some(({ time }) => time !== null);
  const hasPort = destinationPorts.length > 0 || events.some((event) => event.destinationPort);
  return [
    ...never.filter((claim) => isTimed || claim !== "viaTor"),
    ...(isTimed ? [] : ["moment" as const]),
    ...(hasPort ? [] : ["port" as const]),
  ];
}

function* problemsIn(
  complaint: Complaint,
  history: RelayHistory,
  never: readonly Claim[],
  count: () => void,
): Generator<[template: string, problem: string]> {
  const classification = classify(complaint);
  const evidence = gatherEvidence(complaint, history, RECEIVED_AT);
  const route = chooseRoute(complaint, classification, evidence);
  const given = { complaint, classification, evidence, route, templates };
  const drafts = draftReplies({ ...given, operator: OPERATOR, receivedAt: RECEIVED_AT });
  for (const { text, gaps, template } of drafts) {
    count();
    const problems = checkLetter({ text, gaps, complaint, evidence, operator: OPERATOR });
    for (const { code } of problems) yield [template, code];
    for (const claim of untrueClaims(text, never)) yield [template, `says "${claim}"`];
  }
}
