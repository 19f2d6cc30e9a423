import { expect, test } from "vitest";
import type { ListedCase } from "./case-list-store.ts";
import type { Figures } from "./figures.ts";
import { casesCsv, casesJson } from "./write-cases.ts";
import { figuresCsv, figuresJson } from "./write-figures.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const HOSTILE = `=HYPERLINK("http://x.example","a")`;

const one: ListedCase = {
  id: "case",
  ref: "ABCD2345",
  openedAt: NOW,
  type: "bruteforce",
  verdict: "port-allowed",
  outcome: "answered",
  deadline: "met",
  deadlineAt: null,
  answerSeconds: 60,
  port: 22,
  provider: HOSTILE,
  sender: "@sum.example",
  relays: ["seven", "eight"],
  mails: 2,
};
async function* pages() {
  yield [one];
  yield [one, one];
}
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test("the case list as CSV has the columns that are documented, and no formula", async () => {
  const [head, first, ...rest] = (await whole(casesCsv(pages()))).split("\r\n");
  expect(head).toBe(
    '"ref","opened","type","verdict","outcome","deadline","deadline_at","answer_seconds","port","provider","sender","relays","mails"',
  );
  expect(first).toBe(
    `"ABCD2345","2026-03-01T12:00:00Z","bruteforce","port-allowed","answered","met","",60,22,"'=HYPERLINK(""http://x.example"",""a"")","'@sum.example","seven eight",2`,
  );
  expect(rest).toHaveLength(3);
});

test("the case list as JSON is one array, also when it is empty", async () => {
  const list = JSON.parse(await whole(casesJson(pages())));
  expect(list).toHaveLength(3);
  expect(list[0]).toMatchObject({
    opened: "2026-03-01T12:00:00Z",
    provider: HOSTILE,
    relays: ["seven", "eight"],
  });
  async function* nothing() {
    yield* [] as ListedCase[][];
  }
  expect(JSON.parse(await whole(casesJson(nothing())))).toEqual([]);
});

const count = { cases: 3, mails: 4 };
const figures: Figures = {
  asked: { period: { from: 20_513, to: 20_520 }, unit: "week", relayId: null },
  ...count,
  repeats: 1,
  overTime: [{ bucket: 20_507, days: { from: 20_513, to: 20_513 }, ...count }],
  byType: [{ name: "bruteforce", ...count }],
  byVerdict: [{ name: "port-allowed", answered: 2, ...count }],
  byPort: { rows: [{ name: null, ...count }], rest: { names: 0, cases: 0, mails: 0 } },
  byRelay: {
    rows: [{ name: { id: "gone", nickname: null }, ...count }],
    rest: { names: 0, cases: 0, mails: 0 },
  },
  byProvider: { rows: [{ name: HOSTILE, ...count }], rest: { names: 4, cases: 9, mails: 9 } },
  bySender: { rows: [], rest: { names: 0, cases: 0, mails: 0 } },
  outcomes: { open: 1, answered: 2, closed: 0, history: 0 },
  deadlines: { without: 3, met: 0, missed: 0, pending: 0 },
  times: { answered: 2, medianSeconds: 60, p90Seconds: 90, waits: [2, 0, 0, 0, 0, 0] },
};
const written = {
  figures,
  mitigations: { inForce: [], begun: 0, ended: 0 },
  closed: null,
  now: NOW,
};

test("the figures as CSV have a row each, days in ISO, and no formula", () => {
  const rows = figuresCsv(written).split("\r\n");
  expect(rows[0]).toBe('"figure","name","from","to","cases","mails","value"');
  expect(rows).toContain('"all","","2026-03-01","2026-03-08",3,4,""');
  expect(rows).toContain('"week","","2026-03-01","2026-03-01",3,4,""');
  expect(rows).toContain('"verdict","port-allowed","2026-03-01","2026-03-08",3,4,2');
  expect(rows).toContain(
    `"provider","'=HYPERLINK(""http://x.example"",""a"")","2026-03-01","2026-03-08",3,4,""`,
  );
  expect(rows).toContain('"provider-rest","","2026-03-01","2026-03-08",9,9,4');
  expect(rows).toContain('"answer-seconds","p90","2026-03-01","2026-03-08",2,"",90');
  for (const row of rows.slice(0, -1)) expect(row).not.toMatch(/(^|,)"?[=+@]/);
});

test("the figures as JSON say when they were made and what for", () => {
  expect(JSON.parse(figuresJson(written))).toMatchObject({
    version: 1,
    madeAt: "2026-03-01T12:00:00Z",
    from: "2026-03-01",
    to: "2026-03-08",
    cases: 3,
    overTime: [{ from: "2026-03-01", to: "2026-03-01", cases: 3, mails: 4 }],
  });
});
