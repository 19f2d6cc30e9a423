import { expect, test } from "vitest";
import type { QueueFilter } from "./queue.ts";
import { filterParams, isNarrowed, readFilter } from "./queue-filter.ts";

const WHOLE: QueueFilter = {
  tab: "ready",
  type: "irc",
  verdict: "port-allowed",
  relay: "marigold",
  source: "reporter.example",
  language: "en",
  sealed: false,
  days: 3,
};

test("a filter comes back from an address, from a form and from what was kept", () => {
  expect(readFilter(Object.fromEntries(filterParams(WHOLE)))).toEqual(WHOLE);
  expect(readFilter(JSON.parse(JSON.stringify(WHOLE)))).toEqual(WHOLE);
  expect(readFilter(readFilter(WHOLE))).toEqual(WHOLE);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a text", "tab"],
  ["empty fields of a form", { tab: "", type: "", relay: "  ", source: "", sealed: "", days: "" }],
  [
    "what no list has",
    { tab: "attic", type: "spell", language: "e1", sealed: "maybe", days: "-1" },
  ],
  ["a field given twice", { tab: ["open", "due"], type: ["irc", "ddos"], relay: ["a", "b"] }],
  ["names of no facet", { constructor: "x", state: "done", sortAt: "1" }],
])("%s asks for the queue as it is", (_, given) => {
  const filter = readFilter(given);
  expect(filter).toEqual({ tab: "open" });
  expect(isNarrowed(filter)).toBe(false);
});
