import { createHash } from "node:crypto";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { Mitigation } from "./mitigation.ts";
import { listMitigations } from "./mitigation-store.ts";

/**
 * Every mitigation the viewer may see, oldest first, with its steps: plain text for a court. The last line is the SHA-256 of
 * all the lines above it, each with its line end.
 */
export async function mitigationRecord(db: Db, viewer: Viewer, now: Instant): Promise<string> {
  const all = (await listMitigations(db, viewer)).reverse();
  return writeRecord(all, { login: viewer.login, now });
}

/** The text of the record; pure, so that a test can read it. */
export function writeRecord(
  all: readonly Mitigation[],
  { login, now }: { login: string; now: Instant },
): string {
  const head = [
    "Record of exit-policy lines that were put in front of a relay's own",
    `Written by Exitdesk at ${toIso(now)} for ${oneLine(login)}. All times are UTC.`,
    `Mitigations in this record: ${all.length}`,
    "",
  ];
  const text = `${[...head, ...all.flatMap((one, index) => entry(one, index + 1))].join("\n")}\n`;
  return `${text}SHA-256 of all lines above: ${createHash("sha256").update(text).digest("hex")}\n`;
}

function entry(one: Mitigation, number: number): string[] {
  const case_ = one.caseRef === null ? "none" : one.caseRef;
  return [
    `${number}. ${one.id}`,
    `   Case: ${case_}`,
    `   Why: ${oneLine(one.reason)}`,
    `   Relays: ${one.relays.length === 0 ? "all" : one.relays.map(oneLine).join(", ")}`,
    ...one.lines.map((line) => `   ExitPolicy ${line}`),
    `   Known to be in force since: ${when(one.from, "never")}`,
    `   To end: ${toIso(one.expiresAt)}`,
    `   Known to be out of the policy since: ${when(one.outAt, one.mustComeOut ? "not confirmed" : "still in, or never put in")}`,
    `   State: ${one.state}`,
    ...one.steps.map(
      ({ at, by, name, text }) => `   ${toIso(at)}  ${name} (${oneLine(by)}): ${oneLine(text)}`,
    ),
    "",
  ];
}

function when(at: Instant | null, otherwise: string): string {
  return at === null ? otherwise : toIso(at);
}

/** Typed text must not look like a line of the record. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
