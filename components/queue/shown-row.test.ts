import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { QueueRow as Row } from "@/lib/cases/case.ts";
import { QueueRow } from "./queue-row.tsx";
import { shownRows } from "./shown-row.ts";

const AT = Date.UTC(2026, 2, 1, 12);
const HOUR = 3_600_000;
const said = { choose: "Choose {title}", alike: "All alike" };

function aRow(with_: Partial<Row> = {}): Row {
  return {
    id: "a",
    ref: "R",
    title: "Login attempts",
    from: "cert.example",
    forwardedBy: null,
    ip: "192.0.2.7",
    relay: "hyssop",
    target: "203.0.113.5:22",
    type: "bruteforce",
    confidence: 1,
    verdict: "port-allowed",
    route: "complainant",
    state: "open",
    decision: "ready",
    sealed: false,
    version: 1,
    complaints: 1,
    lastMailAt: AT,
    letterState: "none",
    asksAgain: false,
    deadlineAt: AT + 24 * HOUR,
    openedAt: AT,
    closedAt: null,
    eventAt: AT - 5 * HOUR - 1000,
    ...with_,
  } as Row;
}

function markup(rows: Row[]): string[] {
  const shown = shownRows(rows, AT);
  return shown.rows.map((row) =>
    renderToStaticMarkup(createElement(QueueRow, { row, shown, said, chosen: false })),
  );
}

test("each moment of a row is told to the second, whichever it is measured from", () => {
  const [first, second] = markup([
    aRow(),
    aRow({ complaints: 3, eventAt: null, deadlineAt: AT + 48 * HOUR }),
  ]);
  expect(first).toContain(
    'came <time dateTime="2026-03-01 12:00:00Z">2026-03-01 12:00 UTC</time> · happened <time dateTime="2026-03-01 06:59:59Z">2026-03-01 06:59 UTC</time> · due <time dateTime="2026-03-02 12:00:00Z">2026-03-02 12:00 UTC</time></p>',
  );
  expect(second).toContain('×3, last <time dateTime="2026-03-01 12:00:00Z">');
  expect(second).toContain('due <time dateTime="2026-03-03 12:00:00Z">');
});

test("what several rows say goes once, and each row shows its own", () => {
  const rows = [aRow(), aRow({ verdict: "relay-down", decision: "needs_fact" }), aRow()];
  const { chips, sentences } = shownRows(rows, AT);
  expect(sentences).toHaveLength(3);
  expect(new Set(chips.map(([, text]) => text)).size).toBe(chips.length);
  const [first, second, third] = markup(rows);
  expect(third).toBe(first);
  expect(second).not.toBe(first);
  expect(first).toContain("All alike");
  expect(second).not.toContain("All alike");
});
