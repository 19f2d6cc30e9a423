import { afterAll, beforeAll, expect, test } from "vitest";
import type { ComplaintType } from "../classify/classification.ts";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { bareCase } from "./bare-case.ts";
import type { CaseView } from "./case.ts";
import { readCase } from "./case-view-store.ts";
import { openCase } from "./open-case.ts";
import { setType } from "./set-type.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

const LEADS = ["pictures.example", "hxxp", "mirror", "[.]", "onion", "innerlink", "attachedlink"];
const MAIL = [
  "From: Hotline <report@hotline.example>",
  "Subject: Report https://pictures.example/subject",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Material was offered from 192.0.2.10 on 2026-03-01 10:04:11 UTC at",
  "https://pictures.example/a?b=c and (hxxp://mirror[.]example/é), pictures.example/x,",
  "abcdefghij.onion and www.pictures.example. Please act.",
  "",
  "--b",
  'Content-Type: text/plain; name="list.txt"',
  "Content-Disposition: attachment; filename=list.txt",
  "",
  "https://attachedlink.example/1",
  "--b",
  "Content-Type: message/rfc822",
  "",
  "From: a@b.example",
  "Subject: innerlink",
  "",
  "https://innerlink.example/2",
  "--b--",
  "",
].join("\r\n");

async function opened(type: ComplaintType): Promise<CaseView> {
  const { db, people } = desk;
  const raw = Buffer.from(MAIL.replace("Hotline", type));
  await storeArrivals(db, [{ raw, via: "import", at: null, source: null, archive: false }], NOW);
  const { id } = await db.sighting.findFirstOrThrow({ where: { triagedAt: null } });
  const { templates } = await readTemplates("templates");
  const deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
  const { caseId } = await openCase(db, id, deps);
  const found = await readCase(db, people.owner, caseId ?? "");
  const given = { caseId: caseId ?? "", caseVersion: found?.version ?? 0, type };
  if (found?.type !== type) await setType(db, people.owner, given, deps);
  const view = await readCase(db, people.owner, caseId ?? "");
  if (!view) throw new Error("no case");
  return view;
}
const shown = ({ complaintList, timeline }: CaseView) =>
  JSON.stringify([
    complaintList.map(({ subject, triage }) => [subject, triage.complaint.message]),
    timeline.map(({ text, data }) => [text, data]),
  ]);

test("of a case about child abuse no link and nothing attached is shown, and every fact stands where it stood", async () => {
  const view = await opened("csam");
  const before = shown(view);
  for (const lead of LEADS) expect(before, lead).toContain(lead);
  const bare = bareCase(view);
  for (const lead of LEADS) expect(shown(bare), lead).not.toContain(lead);
  const [was, is] = [view, bare].map((one) => one.complaintList[0]?.triage.complaint);
  expect(is?.message.body).toHaveLength(was?.message.body.length ?? -1);
  const [accused] = is?.accused ?? [];
  const { start = 0, end = 0 } = accused?.span ?? {};
  expect(is?.message.body.slice(start, end)).toBe("192.0.2.10");
  expect(is?.message.body).toContain("Please act.");
});

test("any other case is as it was", async () => {
  const view = await opened("bruteforce");
  expect(bareCase(view)).toBe(view);
});
