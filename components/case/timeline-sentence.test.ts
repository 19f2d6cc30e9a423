import { expect, test } from "vitest";
import { timeline } from "@/components/words/de/timeline.ts";
import type { TimelineView } from "@/lib/cases/case.ts";
import { timelineText } from "@/lib/cases/timeline-text.ts";
import { sentenceIn } from "./timeline-sentence.ts";

const entry = (kind: TimelineView["kind"], data: TimelineView["data"]): TimelineView => ({
  id: "1",
  at: 0,
  kind,
  actor: "desk",
  text: timelineText(kind, data),
  data,
  former: null,
});

test.each([
  [
    entry("approved", { to: ["abuse@isp.example"], files: ["exits.csv"] }),
    "Freigegeben für abuse@isp.example, mit exits.csv",
  ],
  [entry("closed", { reason: "a test of ours" }), "Abgeschlossen: a test of ours"],
  [
    entry("retyped", { before: "portscan", after: "bruteforce" }),
    "Art berichtigt von Portscan zu Passwörter durchprobiert",
  ],
  [
    entry("fact", { field: "destinationPort", before: "22", after: "25" }),
    "Berichtigt: Angegriffener Port: 22 ist 25",
  ],
  [entry("sent", { to: ["a@b.example"], reason: "Submitted elsewhere" }), "Submitted elsewhere"],
  [entry("note", { text: "Call {them} back." }), "Call {them} back."],
])("an entry is said in German", (item, german) => {
  expect(sentenceIn("de", item)).toBe(german);
  expect(sentenceIn("en", item)).toBe(item.text);
});

test("no entry without its data breaks or leaves a place open", () => {
  for (const kind of Object.keys(timeline) as TimelineView["kind"][])
    expect(sentenceIn("de", entry(kind, {}))).not.toMatch(/\{\w+\}|undefined/);
});
