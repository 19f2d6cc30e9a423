import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession, readSession } from "../accounts/session-store.ts";
import type { Role } from "../accounts/viewer.ts";
import { watchStatements } from "../db/watch-statements.ts";
import { networkFacts } from "../relays/network-store.ts";
import { listRelayNames } from "../relays/store.ts";
import { aDesk, aDraft, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { addNote } from "./add-note.ts";
import { listAttachments } from "./attachment-store.ts";
import { readCaseLinks } from "./case-links-view-store.ts";
import { readCase } from "./case-view-store.ts";
import { pendingFollowUp } from "./follow-up-store.ts";
import { listMitigations } from "./mitigation-store.ts";
import { planFollowUp } from "./plan-follow-up.ts";
import { proposeMitigation } from "./propose-mitigation.ts";
import { proposeStatusNote } from "./propose-status-note.ts";
import { startByHand } from "./start-mitigation.ts";
import { readUndo } from "./undo-view-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

/** A case with a draft, notes, a mitigation in force and a day to look again. */
async function aFullCase(): Promise<string> {
  const { owner } = desk.people;
  const caseId = (await arrive(desk.db, aTriage({ drafts: [aDraft()] }))).caseId ?? "";
  for (const text of ["one", "two"]) await addNote(desk.db, owner, { caseId, text, now: NOW });
  await planFollowUp(desk.db, owner, { caseId, days: 3, reason: "", now: NOW });
  const asked = { caseId, lines: "reject 203.0.113.5:22", relays: [], days: 30, reason: "" };
  const made = await proposeMitigation(desk.db, owner, { ...asked, now: NOW });
  if (!made.ok) throw new Error(made.text);
  await startByHand(desk.db, owner, { id: made.id, now: NOW + 1000 });
  return caseId;
}

/** What `app/cases/[caseId]/page.tsx` asks, from the cookie on; the list of blocks beside it is one more. */
async function statementsOf(role: Role, caseId: string): Promise<number> {
  const { db } = desk;
  const token = await openSession(db, desk.people[role].userId, { agent: "", now: NOW });
  const seen: string[] = [];
  const stop = watchStatements(({ sql }) => void seen.push(sql));
  const viewer = (await readSession(db, token, NOW))?.viewer;
  if (!viewer) throw new Error("no session");
  const view = await readCase(db, viewer, caseId);
  if (!view) throw new Error("no case");
  await readUndo(db, viewer, { caseId, outboxId: "01900000-0000-7000-8000-000000000000" });
  await readCaseLinks(db, viewer, caseId);
  const mitigations = await listMitigations(db, viewer, caseId);
  await listAttachments(db, viewer, caseId);
  await networkFacts(db);
  await listRelayNames(db, viewer);
  await pendingFollowUp(db, caseId);
  await proposeStatusNote(db, viewer, { view, mitigations, now: NOW + 86_400_000 });
  stop();
  expect(view.timeline.length).toBeGreaterThan(3);
  expect(mitigations[0]?.steps.length).toBeGreaterThan(1);
  return seen.length;
}

test.each<Role>(["owner", "operator", "read-only"])(
  "the page of a case with all there can be takes the %s at most 11 statements",
  async (role) => {
    expect(await statementsOf(role, await aFullCase())).toBeLessThanOrEqual(11);
  },
);
