import { expect, test } from "vitest";
import type { FactChange } from "../complaints/fact-change.ts";
import { aFact, anEvent } from "../testing/a-complaint.ts";
import { aTriage } from "../testing/a-desk.ts";
import type { CorrectionView } from "./case.ts";
import { factsShown } from "./list-facts.ts";
import { storedTriage } from "./stored-triage.ts";

const BODY = `192.0.2.7 tried passwords on 198.51.100.20:22 (192[.]0[.]2[.]7 again),
seen also by 203.0.113.8 at 2026-02-03 04:05:06. Ref: X-2022.`;

const said = (change: FactChange, undoneBy: string | null = null): CorrectionView => ({
  id: "1",
  change,
  at: 0,
  by: "marga",
  undoneBy,
});

function shown(corrections: CorrectionView[] = [], body = BODY, given = {}) {
  const triage = aTriage({
    message: { body, from: { name: "Nora", address: "nora@shop.example" } },
    complaint: {
      destinations: [aFact("198.51.100.20")],
      destinationPorts: [aFact(22)],
      events: [
        anEvent({ time: { ...anEvent().time, text: "2026-02-03 04:05:06", at: null } as never }),
      ],
      reporter: { name: "Nora", address: "nora@shop.example" },
      ...given,
    },
  });
  return factsShown({ triage: storedTriage(triage), corrections });
}

const find = (facts: ReturnType<typeof shown>["facts"], field: string, isOpen = false) =>
  facts.find((fact) => fact.field === field && fact.isOpen === isOpen);

test("an address is marked wherever it stands, defanged too", () => {
  const { facts } = shown();
  const places = find(facts, "accused")?.places.filter(({ source }) => source === "body") ?? [];
  expect(places.map(({ start, end }) => BODY.slice(start, end))).toEqual([
    "192.0.2.7",
    "192[.]0[.]2[.]7",
  ]);
});

test("a port is marked where it stands alone, not inside a year", () => {
  const [place] = find(shown().facts, "destinationPort")?.places ?? [];
  expect(place).toMatchObject({ source: "body", start: BODY.indexOf(":22") + 1 });
});

test("a time without a zone is marked and says that it has none", () => {
  const fact = find(shown().facts, "eventTime");
  expect(fact).toMatchObject({ value: "2026-02-03 04:05:06", time: { at: null } });
  expect(fact?.places).toHaveLength(1);
});

test("who complains is marked in the line of the sender", () => {
  const { facts, sender } = shown();
  const [place] = find(facts, "reporter")?.places ?? [];
  expect(place?.source).toBe("from");
  expect(sender?.slice(place?.start, place?.end)).toBe("nora@shop.example");
});

test("an address the desk cannot place is a question", () => {
  expect(find(shown().facts, "destination", true)).toMatchObject({ value: "203.0.113.8" });
  const { facts } = shown([], BODY, { destinations: [aFact("203.0.113.8")] });
  expect(facts.filter((fact) => fact.isOpen).map(({ value }) => value)).toEqual(["198.51.100.20"]);
});

test("without any time the times of the text are questions; with one they are not", () => {
  expect(find(shown([], BODY, { events: [] }).facts, "eventTime", true)).toMatchObject({
    value: "2026-02-03 04:05:06",
  });
  expect(find(shown().facts, "eventTime", true)).toBeUndefined();
});

test.each([
  [{ field: "destinationPort", from: "25", to: "22" } as const, { by: "marga", was: "25" }],
  [{ field: "destinationPort", from: null, to: "22" } as const, { by: "marga", was: null }],
  [
    { field: "ownPort", from: "22", to: "22", as: "destinationPort" } as const,
    { by: "marga", was: null },
  ],
  [{ field: "destinationPort", from: "25", to: "23" } as const, { by: null, was: null }],
])("a fact says who said it and what the desk had read: %o", (change, expected) => {
  expect(find(shown([said(change)]).facts, "destinationPort")).toMatchObject(expected);
});

test("a correction that was taken back leaves no trace on its fact", () => {
  const taken = said({ field: "destinationPort", from: "25", to: "22" }, "marga");
  expect(find(shown([taken]).facts, "destinationPort")).toMatchObject({ by: null });
});

test("a mail of ten thousand addresses is listed within bounds", () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `203.0.${n >> 8}.${n & 255}`);
  const started = performance.now();
  const { facts } = shown([], many.join("\n"), { destinations: many.slice(0, 500).map(aFact) });
  expect(facts.length).toBeLessThan(120);
  expect(performance.now() - started).toBeLessThan(3_000);
});
