import { afterEach, expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import { aMail } from "../testing/a-mail.ts";
import { readComplaint } from "./read-complaint.ts";

const RECEIVED_AT = Date.parse("2026-02-04T12:30:00Z");
const SOURCE =
  '<EventData><Flow><System category="source"><Node><Address>192.0.2.7</Address></Node></System></Flow></EventData>';
const incident = (inner: string) =>
  `<IODEF-Document><Incident>${inner}${SOURCE}</Incident></IODEF-Document>`;
const doctype = (entities: string) =>
  `<?xml version="1.0"?><!DOCTYPE IODEF-Document [${entities}]>`;
const LAUGHS = Array.from(
  { length: 20 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join("");
const DEEP = 40_000;

afterEach(() => {
  expect(Object.keys({ ...Object.prototype })).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

async function read(type: string, text: string) {
  const raw = aMail({
    from: "nora@shop.example",
    subject: "report",
    body: [
      { type: "text/plain", text: "See the report." },
      { type, text },
    ],
  });
  const started = performance.now();
  const complaint = readComplaint(await parseMessage(raw), RECEIVED_AT);
  expect(performance.now() - started).toBeLessThan(2_000);
  return complaint;
}

test("a plain incident names the accused, so that what follows could", async () => {
  const { format, accused } = await read("application/xml", incident(""));
  expect(format).toBe("iodef");
  expect(accused.map(({ value }) => value)).toEqual(["192.0.2.7"]);
});

test.each([
  [
    "entities within entities",
    doctype(`<!ENTITY a0 "lol">${LAUGHS}`) + incident("<IncidentID>&a20;</IncidentID>"),
  ],
  [
    "an entity that is a file",
    doctype('<!ENTITY e SYSTEM "file:///etc/passwd">') + incident("<IncidentID>&e;</IncidentID>"),
  ],
  [
    "an entity from outside",
    doctype('<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;') + incident(""),
  ],
  ["an element of the prototype", incident("<__proto__><polluted>1</polluted></__proto__>")],
  [
    "a constructor",
    incident("<constructor><prototype><polluted>1</polluted></prototype></constructor>"),
  ],
  ["elements without end", `${incident("")}${"<Incident>".repeat(20_000)}`],
  ["attributes without end", incident(`<x ${'a="b" '.repeat(30_000)}/>`)],
  ["comments that do not end", incident("<!--".repeat(50_000))],
  ["tags that do not end", incident("<a".repeat(100_000))],
])("IODEF with %s is read or left, nothing is expanded or fetched", async (_what, text) => {
  const said = JSON.stringify(await read("application/xml", text));
  expect(said).not.toMatch(/root:|lollol|"polluted"/);
});

test.each([
  [
    "names of the prototype",
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","xarf_version":"4.0.0","source_identifier":"192.0.2.7"}',
    ["192.0.2.7"],
  ],
  [
    "a depth nobody needs",
    `{"xarf_version":"4.0.0","a":${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)},"source_identifier":"192.0.2.7"}`,
    [],
  ],
  ["brackets only", "[".repeat(200_000), []],
])("JSON with %s stays a report", async (_what, text, accused) => {
  const complaint = await read("application/json", text);
  if (accused.length > 0) expect(complaint.accused.map(({ value }) => value)).toEqual(accused);
  expect(complaint.format.length).toBeGreaterThan(0);
});
