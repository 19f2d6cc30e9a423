import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readTemplates, type ShippedTemplates } from "../drafting/files.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { exportTemplates, importTemplates, previewImport } from "./import-templates.ts";
import { templateShelf } from "./own-template-store.ts";
import { removeOwnTemplate, restoreOwnTemplate } from "./restore-own-template.ts";
import { saveOwnTemplate } from "./save-own-template.ts";
import { listTemplates, openTemplate } from "./template-pages-view-store.ts";

const KEY = "bruteforce/isp.en";
let desk: Awaited<ReturnType<typeof aDesk>>;
let shipped: ShippedTemplates;
beforeAll(async () => {
  desk = await aDesk();
  shipped = await readTemplates("templates");
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.ownTemplate.deleteMany();
});

const textOf = (addition: string) => `${shipped.texts.get(KEY)}\n${addition}\n`;
async function save(text: string, seen: number, key: string | null = KEY, who = "operator") {
  const viewer = desk.people[who as keyof typeof desk.people];
  const deps = { templates: [], threadKey: THREAD_KEY, random, now: NOW, shipped: shipped.texts };
  return await saveOwnTemplate(desk.db, viewer, { key, text, seen }, deps);
}
async function served(shelf = templateShelf(shipped)) {
  const templates = await shelf.serving(desk.db);
  return templates.find(({ id, language }) => `${id}.${language}` === KEY)?.body ?? "";
}

test("what is saved serves in every process at once, until it is taken away", async () => {
  const other = templateShelf(shipped);
  expect(await served(other)).not.toContain("Greetings");
  expect(await save(textOf("Greetings one."), 0)).toEqual({ ok: true, key: KEY });
  expect(await served(other)).toContain("Greetings one.");
  await save(textOf("Greetings two."), 1);
  expect(await served(other)).toContain("Greetings two.");
  const { operator } = desk.people;
  const change = { key: KEY, now: NOW };
  await restoreOwnTemplate(desk.db, operator, { ...change, seen: 2, version: 1 });
  expect(await served(other)).toContain("Greetings one.");
  expect(await removeOwnTemplate(desk.db, operator, { ...change, seen: 3 })).toEqual({ ok: true });
  expect(await served(other)).not.toContain("Greetings");
  const page = await openTemplate(desk.db, KEY, shipped);
  expect(page?.versions.map(({ how }) => how)).toEqual(["removed", "restored:1", "saved", "saved"]);
});

test("who saves from an old version overwrites nothing", async () => {
  await save(textOf("First."), 0);
  expect(await save(textOf("Second."), 0)).toMatchObject({ ok: false, code: "template-changed" });
  expect(await served()).toContain("First.");
});

test("counsel and read-only change nothing and export nothing", async () => {
  for (const who of ["counsel", "read-only"] as const) {
    expect(await save(textOf("x"), 0, KEY, who)).toMatchObject({ code: "forbidden" });
    expect(await exportTemplates(desk.db, desk.people[who])).toBeNull();
  }
});

test("a template for a situation without one serves beside the shipped, and may not take a shipped key", async () => {
  const text = (shipped.texts.get(KEY) ?? "").replace("id: bruteforce/isp", "id: bruteforce/ours");
  expect(await save(text, 0, null)).toEqual({ ok: true, key: "bruteforce/ours.en" });
  const rows = await listTemplates(desk.db, shipped);
  expect(rows.filter(({ origin }) => origin === "yours-alone")).toHaveLength(1);
  expect(await save(textOf("x"), 0, null)).toMatchObject({ ok: false, code: "exists" });
});

test("the list says when the shipped one changed since", async () => {
  await save(textOf("Mine."), 0);
  const texts = new Map(shipped.texts).set(KEY, textOf("A newer release."));
  const row = (await listTemplates(desk.db, { ...shipped, texts })).find(({ key }) => key === KEY);
  expect(row).toMatchObject({ origin: "yours", shippedChanged: true });
});

test("a library is exported, looked at and imported whole; a bad one changes nothing", async () => {
  await save(textOf("Mine."), 0);
  const { operator } = desk.people;
  const bytes = Buffer.from((await exportTemplates(desk.db, operator)) ?? "");
  await removeOwnTemplate(desk.db, operator, { key: KEY, seen: 1, now: NOW });
  const input = { bytes, shipped: shipped.texts, now: NOW };
  expect(await previewImport(desk.db, operator, input)).toEqual({
    ok: true,
    changes: [{ key: KEY, change: "replaces-shipped" }],
  });
  expect(await served()).not.toContain("Mine.");
  await importTemplates(desk.db, operator, input);
  expect(await served()).toContain("Mine.");

  const file = JSON.parse(bytes.toString());
  file.templates[0].text = textOf("Better.");
  file.templates.push({ key: "any/x.en", text: "no template" });
  const bad = { ...input, bytes: Buffer.from(JSON.stringify(file)) };
  const refused = await importTemplates(desk.db, operator, bad);
  expect(refused).toMatchObject({ code: "bad-library", problems: [{ file: "any/x.en", line: 1 }] });
  expect(await served()).toContain("Mine.");
});
