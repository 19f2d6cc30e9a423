import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { keepDocuments, listDocuments, readDocuments } from "./document-store.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { type SignedDocument, signedDescriptor } from "./signed-document.ts";

const KEYS = relayKeys();
const LEARNT = { source: "added by hand", learnedAt: Date.parse("2026-03-01T00:00:00Z") };
let scratch: Awaited<ReturnType<typeof scratchDb>>;

beforeAll(async () => {
  scratch = await scratchDb();
});
beforeEach(async () => {
  await scratch.db.signedDocument.deleteMany();
});
afterAll(async () => await scratch.close());

function documentsIn(text: string): SignedDocument[] {
  return readDescriptors(Buffer.from(text)).descriptors.flatMap(
    (descriptor) => signedDescriptor(descriptor, LEARNT) ?? [],
  );
}

function descriptorOf(published: string): SignedDocument {
  const [document] = documentsIn(aDescriptor({ published }, KEYS));
  if (!document) throw new Error("no document");
  return document;
}

test("the bytes kept are the bytes that were signed, whatever the contact line holds", async () => {
  const text = aDescriptor({ contact: "Grüße \u2603" }, KEYS);
  const pasted = `@type server-descriptor 1.0\n${text}\nsome text behind it\n`;
  const [document] = documentsIn(pasted);
  expect(Buffer.from(document?.bytes ?? []).toString("utf8")).toBe(text);
  await keepDocuments(scratch.db, documentsIn(pasted));
  expect(await readDocuments(scratch.db, [document?.sha256 ?? ""])).toEqual([document]);
});

test("a descriptor that its signature does not prove is not kept", () => {
  const text = aDescriptor({}, KEYS);
  expect(documentsIn(text.replace("reject *:25", "accept *:25"))).toEqual([]);
  expect(documentsIn(text.slice(0, text.indexOf("router-signature")))).toEqual([]);
  expect(documentsIn(text)).toHaveLength(1);
});

test("a document is kept once, as it was learnt first", async () => {
  const document = descriptorOf("2026-02-01 00:00:00");
  await keepDocuments(scratch.db, [document, document]);
  await keepDocuments(scratch.db, [{ ...document, source: "elsewhere", learnedAt: 0 }]);
  const { bytes: _, ...line } = document;
  expect(await listDocuments(scratch.db, [fingerprintOf(KEYS)])).toEqual([line]);
});

test("the documents of a relay come in the order they were published, those of others not at all", async () => {
  const late = descriptorOf("2026-02-02 00:00:00");
  const early = descriptorOf("2026-02-01 00:00:00");
  await keepDocuments(scratch.db, [late, early, ...documentsIn(aDescriptor())]);
  const listed = await listDocuments(scratch.db, [fingerprintOf(KEYS)]);
  expect(listed.map(({ sha256 }) => sha256)).toEqual([early.sha256, late.sha256]);
  expect(await listDocuments(scratch.db, [])).toEqual([]);
  const read = await readDocuments(scratch.db, [late.sha256, "none", early.sha256]);
  expect(read.map(({ sha256 }) => sha256)).toEqual([late.sha256, early.sha256]);
});

test("more documents than fit into one statement are kept", async () => {
  const one = descriptorOf("2026-02-01 00:00:00");
  const many = Array.from({ length: 1201 }, (_, index) => ({ ...one, sha256: `${index}` }));
  await keepDocuments(scratch.db, many);
  expect(await listDocuments(scratch.db, [one.fingerprint])).toHaveLength(1201);
});
