import { expect, test } from "vitest";
import { aLetterComplaint, anEvent, anEvidence } from "../testing/a-letter-case.ts";
import { evidenceTable } from "./evidence-table.ts";

test("one event stands as labelled lines, without what is not known", () => {
  const bare = anEvent({ time: null, destinationIp: null, destinationPort: null });
  const table = (events = [anEvent()], verdict: "port-allowed" | "not-our-ip" = "port-allowed") =>
    evidenceTable(aLetterComplaint({ events }), anEvidence(verdict), "en");
  expect(table()).toBe(
    [
      "    When:         2026-10-02 10:04:11 UTC (in the report: Oct 2 12:04:11 +0200)",
      "    From:         192.0.2.10 (our relay marigold)",
      "    To:           203.0.113.5, port 22, TCP",
      "    Exit policy:  accept *:22",
    ].join("\n"),
  );
  expect(table([bare], "not-our-ip")).toBe("    From:         192.0.2.10");
});

test("several events stand line by line, each with the rule that decided it", () => {
  const events = [anEvent(), anEvent({ destinationPort: 25, destinationIp: null })];
  const evidence = anEvidence("port-allowed", {}, 2);
  const [, second] = evidence.events;
  if (second) Object.assign(second, { verdict: "port-rejected", ...refused });
  expect(evidenceTable(aLetterComplaint({ events }), evidence, "en")).toBe(
    [
      "    2026-10-02 10:04:11 UTC  192.0.2.10 -> 203.0.113.5 22/tcp  [accept *:22]",
      "    2026-10-02 10:04:11 UTC  192.0.2.10 -> (not stated) 25/tcp  [reject *:*]",
    ].join("\n"),
  );
});

test("facts that belong to no event are shown where the complaint gives them once", () => {
  const complaint = aLetterComplaint({
    events: [],
    destinations: [{ value: "203.0.113.9", span: null }],
    destinationPorts: [{ value: 443, span: null }],
  });
  const evidence = anEvidence("cannot-tell");
  const [only] = evidence.events;
  if (only) only.event = -1;
  expect(evidenceTable(complaint, evidence, "de")).toContain("Ziel:         203.0.113.9, Port 443");
});

const refused = { findings: anEvidence("port-rejected").events[0]?.findings ?? [] };
