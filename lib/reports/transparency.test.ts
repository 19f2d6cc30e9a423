import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import type { Alike, AnswerTimes } from "./figures.ts";
import { readFigures } from "./figures-store.ts";
import { makeTransparency } from "./make-transparency.ts";
import { dayOf } from "./period.ts";
import { saveTransparencyRule } from "./save-transparency-rule.ts";
import { transparency } from "./transparency.ts";
import { transparencyBlocks } from "./transparency-blocks.ts";
import { transparencyHtml } from "./transparency-html.ts";
import { AUTHORITY_RULES, sayOfAuthorities } from "./transparency-rule.ts";

const TODAY = dayOf(NOW);
const period = { from: TODAY - 89, to: TODAY };
const rest = {
  period,
  operator: "",
  mitigations: { begun: 0, ended: 0 },
  authorities: { kind: "none" as const },
};
const NO_TIMES: AnswerTimes = { answered: 0, medianSeconds: null, p90Seconds: null, waits: [] };
const alike = (type: string, cases: number, given: Partial<Alike> = {}): Alike => ({
  bucket: 202603,
  type,
  verdict: "port-allowed",
  outcome: "answered",
  deadline: "met",
  cases,
  mails: cases,
  ...given,
});
const page = (rows: readonly Alike[], language: "en" | "de" = "en") =>
  transparencyHtml(
    transparencyBlocks(transparency(rows, NO_TIMES, rest), { language, now: NOW }),
    language,
  );

test("a kind with one to four cases is named without its number, and counts nowhere else", () => {
  const report = transparency([alike("bruteforce", 20), alike("threats", 3)], NO_TIMES, rest);
  expect(report).toMatchObject({
    kinds: [
      { type: "bruteforce", cases: 20 },
      { type: "threats", cases: "few" },
    ],
    total: { least: 21, most: 24 },
    counted: 20,
    outcomes: { answered: 20 },
  });
});

test("a published page is the same whatever a kind with few cases comes to", () => {
  const some = { min: 1, max: 4 };
  const ends = fc.constantFrom("answered", "open", "closed", "history");
  const deadlines = fc.constantFrom("met", "missed", "without");
  const one = fc.record({ cases: fc.integer(some), outcome: ends, deadline: deadlines });
  const many = fc.record({
    cases: fc.integer({ min: 5, max: 90 }),
    outcome: ends,
    deadline: deadlines,
  });
  fc.assert(
    fc.property(one, one, fc.array(many, { maxLength: 4 }), (a, b, others) => {
      const shown = others.map(({ cases, ...given }, index) =>
        alike(["copyright", "portscan", "irc", "fraud"][index] ?? "", cases, given),
      );
      const made = ({ cases, ...given }: typeof a) =>
        page([...shown, alike("threats", cases, given)]);
      expect(made(a)).toBe(made(b));
    }),
  );
});

test("without a complaint the page says so, in both languages", () => {
  expect(page([])).toContain("No complaint came in this period.");
  expect(page([], "de")).toContain("In diesem Zeitraum kam keine Beschwerde.");
});

test("times are whole hours, and none are told of few answers", () => {
  const rows = [alike("bruteforce", 20)];
  const times = { answered: 5, medianSeconds: 3_700, p90Seconds: 300_000, waits: [] };
  const text = (given: AnswerTimes) =>
    transparencyHtml(
      transparencyBlocks(transparency(rows, given, rest), { language: "de", now: NOW }),
      "de",
    );
  expect(text(times)).toContain("binnen 2 Stunden beantwortet, neun von zehn binnen 4 Tagen");
  expect(text({ ...times, answered: 4 })).toContain("zu wenige Fälle");
});

test("the page needs nothing else, and what the operator wrote is text", () => {
  const blocks = transparencyBlocks(
    transparency([alike("bruteforce", 20)], NO_TIMES, {
      ...rest,
      operator: `<img src=x onerror=1>"&'`,
    }),
    { language: "en", now: NOW },
  );
  const html = transparencyHtml(blocks, "en");
  expect(html).toContain("&lt;img src=x onerror=1&gt;&quot;&amp;&#39;");
  expect(html).not.toMatch(/<(img|script|link|iframe|object|form|a)\b|url\(|@import|https?:/i);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test.each([
  [0, { kind: "range", from: 0, to: 24 }],
  [1, { kind: "range", from: 0, to: 24 }],
  [24, { kind: "range", from: 0, to: 24 }],
  [25, { kind: "range", from: 25, to: 49 }],
])("%i requests of authorities are a range", (count, said) => {
  expect(sayOfAuthorities({ authorities: "range", words: "" }, count)).toEqual(said);
});

const CANARY = "marzipan-quadrant";
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
  for (let index = 0; index < 6; index += 1) await open(index, "bruteforce");
});
afterAll(async () => await desk.close());

async function open(index: number, type: "bruteforce" | "law_enforcement") {
  const from = { name: CANARY, address: `${CANARY}@r${type}${index}.example` };
  const message = { from, subject: CANARY, messageId: `<${type}-${index}@r.example>` };
  const route = type === "bruteforce" ? ("complainant" as const) : ("counsel" as const);
  await arrive(desk.db, aTriage({ message, classification: { type }, route }));
}

const made = async (role: keyof typeof desk.people) => {
  const report = await makeTransparency(desk.db, desk.people[role], { period, now: NOW });
  if (!report) return null;
  return transparencyHtml(transparencyBlocks(report, { language: "en", now: NOW }), "en");
};
const figures = async (role: keyof typeof desk.people) =>
  JSON.stringify(
    await readFigures(desk.db, desk.people[role], {
      period,
      unit: "week",
      relayId: null,
      now: NOW,
    }),
  );

test("a sealed case changes no figure of anybody, and the published page only as the owner chose", async () => {
  const { owner, operator } = desk.people;
  const roles = ["owner", "operator", "counsel", "read-only"] as const;
  const pages = async () => await Promise.all(roles.map(made));
  const before = await figures("owner");
  const byDefault = await pages();
  await open(0, "law_enforcement");
  expect(await desk.db.case.count({ where: { sealed: true } })).toBe(1);
  for (const role of roles) expect(await figures(role)).toBe(before);
  expect(await pages()).toEqual(byDefault);
  expect(byDefault[0]).toContain("between 0 and 24");
  expect(new Set(byDefault).size).toBe(1);
  for (const html of byDefault) expect(html).not.toContain(CANARY);

  const refused = await saveTransparencyRule(desk.db, operator, {
    authorities: "exact",
    words: "",
  });
  expect(refused.ok).toBe(false);
  expect(await pages()).toEqual(byDefault);
  const said: string[] = [];
  for (const authorities of AUTHORITY_RULES) {
    const rule = { authorities, words: "Ask <our> counsel." };
    expect(await saveTransparencyRule(desk.db, owner, rule)).toEqual({ ok: true });
    const all = await pages();
    expect(new Set(all).size).toBe(1);
    said.push(/Requests of authorities<\/h2>\n<p>(.*)<\/p>/.exec(all[0] ?? "")?.[1] ?? "");
  }
  expect(said).toEqual([
    "",
    expect.stringContaining("between 0 and 24"),
    "Requests of police, courts and other authorities in this period: 1.",
    "Ask &lt;our&gt; counsel.",
  ]);
  const empty = await saveTransparencyRule(desk.db, owner, { authorities: "words", words: " " });
  expect(empty).toMatchObject({ ok: false, code: "no-words" });
});

test("a delegate makes no report", async () => {
  expect(await made("delegate")).toBeNull();
  expect(await figures("delegate")).toBe("null");
});
