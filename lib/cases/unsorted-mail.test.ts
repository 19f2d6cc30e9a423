import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase } from "./case-view-store.ts";
import { openCase } from "./open-case.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let deps: CaseDeps;

beforeAll(async () => {
  desk = await aDesk();
  const { templates } = await readTemplates(path.join(process.cwd(), "templates"));
  deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
});
afterAll(async () => await desk.close());

async function open(raw: string | Uint8Array) {
  const mail = {
    raw: Buffer.from(raw),
    via: "manual",
    at: null,
    source: null,
    archive: false,
  } as const;
  await storeArrivals(desk.db, [mail], NOW);
  const { id } = await desk.db.sighting.findFirstOrThrow({ where: { triagedAt: null } });
  return await openCase(desk.db, id, deps);
}

test.each([
  [
    "a sentence that fits no kind",
    "From: a@stranger.example\r\nSubject: hm\r\n\r\nPlease look at your box.\r\n",
  ],
  ["nothing but a subject", "From: b@stranger.example\r\nSubject: your server\r\n\r\n"],
  ["no header at all", "this is no mail"],
  ["bytes that are no text", new Uint8Array([0, 1, 2, 255, 254, 13, 10, 0])],
])("%s: no parser knows it, and it is a case all the same", async (_, raw) => {
  const { caseId } = await open(raw);
  expect(caseId).not.toBeNull();
  expect(await readCase(desk.db, desk.people.operator, caseId ?? "")).not.toBeNull();
});

test("lines below a reply separator and below quotes stay in the text that is kept", async () => {
  const { caseId } = await open(
    [
      "From: c@stranger.example",
      "Subject: attack from 192.0.2.7",
      "",
      "see below",
      "-- ",
      "On Monday you wrote:",
      "> 2026-03-01 10:00:01 192.0.2.7 first line",
      "_______________________________________________",
      "-----Original Message-----",
      "2026-03-01 10:00:02 192.0.2.7 last line",
    ].join("\r\n"),
  );
  const view = JSON.stringify(await readCase(desk.db, desk.people.operator, caseId ?? ""));
  expect(view).toContain("first line");
  expect(view).toContain("last line");
});
