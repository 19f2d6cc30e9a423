import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { untaught } from "../classify/taught.ts";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase } from "./case-view-store.ts";
import { checkAgain } from "./check-again.ts";
import { taughtAbout } from "./lessons-store.ts";
import { openCase } from "./open-case.ts";
import { setType } from "./set-type.ts";
import { takeBackType } from "./take-back-type.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let deps: CaseDeps;

beforeAll(async () => {
  desk = await aDesk();
  const { templates } = await readTemplates(path.join(process.cwd(), "templates"));
  deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
});
afterAll(async () => await desk.close());

/** Nothing any rule knows, from a person whose name and house must not be counted. */
function letter(number: number): string {
  return `From: Wilhelmina Quagmire <w${number}@quagmire-${number}.example>
To: abuse@operator.example
Subject: Mixer ${number}
Message-ID: <l${number}@quagmire.example>
Date: Sun, 01 Mar 2026 10:59:00 +0000

Since March your 198.51.100.${number} hums at our Zanzibar mixer, extension after extension.
`;
}

async function opened(text: string): Promise<string> {
  const raw = Buffer.from(text.replaceAll("\n", "\r\n"));
  const arrival = { raw, via: "webhook" as const, at: null, source: null, archive: false };
  const [received] = await storeArrivals(desk.db, [arrival], NOW);
  const where = { rawSha256: received?.sha256 ?? "" };
  const { id } = await desk.db.sighting.findFirstOrThrow({ where });
  return (await openCase(desk.db, id, deps)).caseId ?? "";
}

async function said(caseId: string, type: Parameters<typeof setType>[2]["type"]) {
  expect(await setType(desk.db, desk.people.owner, { caseId, type }, deps)).toEqual({ ok: true });
}

const counts = async () =>
  await desk.db.lessonCount.findMany({ orderBy: [{ seen: "asc" }, { type: "asc" }] });

test("what a person says of a mail is counted once, corrected, and taken back without a trace", async () => {
  const caseId = await opened(letter(1));
  expect(await counts()).toEqual([]);
  await said(caseId, "bruteforce");
  const once = await counts();
  expect(once.find(({ seen }) => seen === "#mails")).toMatchObject({
    type: "bruteforce",
    mails: 1,
  });
  await said(caseId, "bruteforce");
  await checkAgain(desk.db, desk.people.owner, { caseId }, deps);
  expect(await counts()).toEqual(once);
  await said(caseId, "ddos");
  expect((await counts()).map(({ type }) => type)).not.toContain("bruteforce");
  expect((await counts()).length).toBe(once.length);
  const { operator } = desk.people;
  expect(await takeBackType(desk.db, desk.people["read-only"], { caseId }, deps)).toMatchObject({
    code: "forbidden",
  });
  expect(await takeBackType(desk.db, operator, { caseId }, deps)).toEqual({ ok: true });
  expect(await counts()).toEqual([]);
  expect(await taughtAbout(desk.db, ["It names an address"])).toEqual(untaught());
  expect((await readCase(desk.db, operator, caseId))?.type).not.toBe("ddos");
});

test("no name, address or word of a mail is ever counted", async () => {
  const caseId = await opened(letter(2));
  await said(caseId, "bruteforce");
  const kept = JSON.stringify([await counts(), await desk.db.lesson.findMany()]).toLowerCase();
  for (const word of ["quagmire", "wilhelmina", "zanzibar", "198.51", "mixer", "example"])
    expect(kept).not.toContain(word);
  await takeBackType(desk.db, desk.people.owner, { caseId }, deps);
});

test("sealed cases and grave types teach nothing; a case sealed later is forgotten", async () => {
  const caseId = await opened(letter(3));
  await said(caseId, "bruteforce");
  expect(await counts()).not.toEqual([]);
  await said(caseId, "law_enforcement");
  expect(await counts()).toEqual([]);
  await said(caseId, "bruteforce");
  expect(await counts()).toEqual([]);
  const threat = await opened(letter(4));
  await said(threat, "threats");
  expect(await counts()).toEqual([]);
  expect(await desk.db.lesson.count()).toBe(0);
});

test("after enough lessons the desk reads such mail as it was told, and says what it rests on", async () => {
  for (let number = 10; number < 16; number++)
    await said(await opened(letter(number)), "bruteforce");
  for (let number = 16; number < 21; number++) {
    const bill = letter(number).replace(/Since March.*/, "We replace our old pianos soon.");
    await said(await opened(bill), "spam_web");
  }
  const found = await readCase(desk.db, desk.people.owner, await opened(letter(30)));
  expect(found?.type).toBe("bruteforce");
  const reasons = found?.complaintList[0]?.triage.classification.reasons ?? [];
  expect(reasons.join(" ")).toContain("What you said of earlier mails");
});
