import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_PROFILE } from "../cases/operator-profile-store.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { addBlockNote, planBlockFollowUp, recordBlockLetter } from "./add-block-step.ts";
import { BLOCK_KINDS } from "./block.ts";
import { BLOCK_LETTER_LANGUAGES, blockLetter, letterFor } from "./block-letter.ts";
import { caseForBlock, findBlock, listBlocks } from "./block-store.ts";
import { draftBlockLetter } from "./draft-block-letter.ts";
import { readBlockLetter } from "./files.ts";
import { saveBlock } from "./save-block.ts";

const DAY = 24 * 3_600_000;
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const fields = {
  id: null as string | null,
  kind: "irc" as const,
  name: "ExampleNet",
  contact: "opers@irc.example",
  status: "blocked" as const,
  relays: [] as string[],
  since: null as number | null,
  followUpAt: null as number | null,
  caseId: null as string | null,
  now: NOW,
};
async function aBlock(given: Partial<typeof fields> = {}) {
  const saved = await saveBlock(desk.db, desk.people.operator, { ...fields, ...given });
  if (!saved.ok) throw new Error(saved.text);
  return saved.id;
}
const read = async (id: string) => {
  const found = await findBlock(desk.db, desk.people.owner, id);
  if (found === null) throw new Error("no block");
  return found;
};

test("an entry keeps who changed what, and a change that changes nothing leaves no trace", async () => {
  const id = await aBlock();
  await saveBlock(desk.db, desk.people.owner, {
    ...fields,
    id,
    status: "refused" as never,
    since: Date.parse("2026-01-02T00:00:00Z"),
    relays: ["marigold"],
  });
  const twice = { ...fields, id, status: "refused" as never, relays: ["marigold"] };
  await saveBlock(desk.db, desk.people.owner, {
    ...twice,
    since: Date.parse("2026-01-02T00:00:00Z"),
  });
  const { steps, status } = await read(id);
  expect(status).toBe("refused");
  expect(steps.map(({ kind, text }) => [kind, text])).toEqual([
    ["begun", "ExampleNet: blocked"],
    ["changed", "status: refused; since: 2026-01-02; relays: marigold"],
  ]);
});

test("a letter is kept whole, sets it to asked and plans the next look; a gap is refused", async () => {
  const id = await aBlock();
  const letter = { id, to: "opers@irc.example", subject: "Tor users", text: "Hello", now: NOW };
  const gap = await recordBlockLetter(desk.db, desk.people.operator, {
    ...letter,
    text: "Yours, [[signature]]",
    days: 14,
  });
  expect(gap).toMatchObject({ code: "gap", text: expect.stringContaining("[[signature]]") });
  await recordBlockLetter(desk.db, desk.people.operator, { ...letter, days: 14 });
  expect(await read(id)).toMatchObject({ status: "asked", followUpAt: NOW + 14 * DAY });
  expect((await read(id)).steps.at(-1)).toMatchObject({ kind: "letter", ...letterText(letter) });
});
const letterText = ({ to, subject, text }: { to: string; subject: string; text: string }) => ({
  to,
  subject,
  text,
});

test("notes and follow-ups stand in the history; no follow-up is none", async () => {
  const id = await aBlock();
  expect(
    await addBlockNote(desk.db, desk.people.operator, { id, text: " ", now: NOW }),
  ).toMatchObject({ code: "empty" });
  const note = { id, text: "They asked for logs.", now: NOW };
  expect(await addBlockNote(desk.db, desk.people.operator, note)).toEqual({ ok: true });
  expect((await read(id)).steps.at(-1)).toMatchObject({ kind: "note", text: note.text });
  await planBlockFollowUp(desk.db, desk.people.operator, { id, days: 3, now: NOW });
  expect((await read(id)).followUpAt).toBe(NOW + 3 * DAY);
  await planBlockFollowUp(desk.db, desk.people.operator, { id, days: 0, now: NOW });
  expect((await read(id)).followUpAt).toBeNull();
  expect(
    await planBlockFollowUp(desk.db, desk.people.operator, { id, days: 1.5, now: NOW }),
  ).toMatchObject({ code: "bad-days" });
});

test("those to look at again come first, the soonest of them at the top", async () => {
  const [late, none, soon] = [
    await aBlock({ name: "late", followUpAt: NOW + 9 * DAY }),
    await aBlock({ name: "none" }),
    await aBlock({ name: "soon", followUpAt: NOW + 2 * DAY }),
  ];
  const ids = (await listBlocks(desk.db, desk.people["read-only"])).map(({ id }) => id);
  const order = ids.filter((id) => [late, none, soon].includes(id));
  expect(order).toEqual([soon, late, none]);
});

test("an entry of a sealed case is for those who may see the case, and the case cannot be named by others", async () => {
  const { caseId = "" } = await arrive(desk.db, aTriage());
  await desk.db.case.update({ where: { id: caseId ?? "" }, data: { sealed: true } });
  const sealed = caseId ?? "";
  const id = await saveBlock(desk.db, desk.people.owner, { ...fields, caseId: sealed });
  if (!id.ok) throw new Error(id.text);
  expect(await findBlock(desk.db, desk.people.owner, id.id)).toMatchObject({ caseId: sealed });
  expect(await findBlock(desk.db, desk.people.operator, id.id)).toBeNull();
  const all = await listBlocks(desk.db, desk.people.operator);
  expect(all.map((one) => one.id)).not.toContain(id.id);
  expect(await listBlocks(desk.db, desk.people.operator, sealed)).toEqual([]);
  expect(await listBlocks(desk.db, desk.people.owner, sealed)).toHaveLength(1);
  expect(await caseForBlock(desk.db, desk.people.operator, sealed)).toBeNull();
  expect(
    await saveBlock(desk.db, desk.people.operator, { ...fields, caseId: sealed }),
  ).toMatchObject({ code: "not-found" });
  const other = { ...fields, id: id.id, name: "Other" };
  const aimed = { id: id.id, now: NOW };
  for (const done of [
    await addBlockNote(desk.db, desk.people.operator, { ...aimed, text: "x" }),
    await planBlockFollowUp(desk.db, desk.people.operator, { ...aimed, days: 3 }),
    await recordBlockLetter(desk.db, desk.people.operator, {
      ...aimed,
      to: "",
      subject: "",
      text: "x",
      days: 3,
    }),
  ])
    expect(done).toMatchObject({ code: "not-found" });
  expect(await saveBlock(desk.db, desk.people.operator, other)).toMatchObject({
    code: "not-found",
  });
});

test.each(["counsel", "delegate", "read-only"] as const)(
  "a %s changes nothing here",
  async (role) => {
    const id = await aBlock();
    const viewer = desk.people[role];
    expect(await saveBlock(desk.db, viewer, fields)).toMatchObject({ code: "forbidden" });
    expect(await addBlockNote(desk.db, viewer, { id, text: "x", now: NOW })).toMatchObject({
      code: "forbidden",
    });
  },
);

test.each([
  [{ name: "" }, /name is missing/],
  [{ name: "x".repeat(201) }, /name is longer/],
  [{ kind: "police" as never }, /kind/],
  [{ caseId: "x" }, /case/],
])("%j is refused in words", async (given, reason) => {
  expect(await saveBlock(desk.db, desk.people.owner, { ...fields, ...given })).toMatchObject({
    ok: false,
    text: expect.stringMatching(reason),
  });
});

test("line breaks in a name become spaces", async () => {
  expect(await read(await aBlock({ name: "A\r\nBcc: b\u0000c" }))).toMatchObject({
    name: "A Bcc: b c",
  });
});

const operator = {
  ...NO_PROFILE,
  name: "Relay Operators e.V.",
  noticeUrl: "https://exit.example/",
};
const exit = { addresses: ["192.0.2.7", "2001:db8::7"], isExit: true };
const letter = async (kind: (typeof BLOCK_KINDS)[number], language: "en" | "de", given = {}) =>
  blockLetter(
    await readBlockLetter("templates/blocks", letterFor(kind), language),
    { name: "ExampleNet", since: Date.parse("2026-01-02T00:00:00Z") },
    { relays: [exit], operator, language, ...given },
  );

test.each(
  BLOCK_LETTER_LANGUAGES.flatMap((language) =>
    BLOCK_KINDS.map((kind) => [kind, language] as const),
  ),
)("the letter for %s in %s says what is known, and has no gap", async (kind, language) => {
  const { subject, text } = await letter(kind, language);
  const whole = `${subject}\n${text}`;
  expect(whole).not.toMatch(/[[{\]}]/);
  expect(whole).toContain("192.0.2.7");
  expect(whole).toContain("ExampleNet");
  expect(whole).toContain("2026-01-02");
  expect(whole).toContain("https://exit.example/");
  expect(whole).toMatch(/exit/i);
  expect(text.trimEnd()).toMatch(/-- \nRelay Operators e\.V\.$/);
  expect(subject).not.toMatch(/\n/);
});

test("a relay without an exit policy is not called an exit of ours, and what is missing is a gap", async () => {
  const relays = [{ addresses: ["192.0.2.7"], isExit: false }];
  expect((await letter("irc", "en", { relays })).text).toContain(
    "the relay with the address 192.0.2.7",
  );
  const bare = await letter("site", "en", { relays: [], operator: NO_PROFILE });
  expect(bare.text).toContain("[[address]]");
  expect(bare.text).toContain("[[signature]]");
  expect(bare.text).not.toContain("More about");
});

test("the letter names the addresses held now by the relays it is about", async () => {
  const relay = { nickname: "marigold", fingerprint: "B".repeat(40), createdAt: new Date(0) };
  const times = { from: new Date(0), source: "operator", learnedAt: new Date(0) };
  const { id: relayId } = await desk.db.relay.create({ data: relay });
  await desk.db.tenure.createMany({
    data: [
      { relayId, ip: "192.0.2.8", ...times },
      { relayId, ip: "192.0.2.9", to: new Date(NOW - 1), ...times },
    ],
  });
  const text = await readFile("templates/blocks/irc.en.txt", "utf8");
  const draft = await draftBlockLetter(
    desk.db,
    desk.people.operator,
    { name: "ExampleNet", since: null, relays: ["marigold"] },
    { text, language: "en", now: NOW },
  );
  expect(draft.text).toContain("the relay with the address 192.0.2.8 of the Tor network");
  expect(draft.text).not.toContain("192.0.2.9");
});
