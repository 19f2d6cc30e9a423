import { csvRow } from "../text/csv-row.ts";
import { toIso } from "../time/instant.ts";
import type { ListedCase } from "./case-list-store.ts";

/** The columns of the case list. They stay in this order; new ones come behind them. See docs/reports.md. */
const COLUMNS = [
  "ref",
  "opened",
  "type",
  "verdict",
  "outcome",
  "deadline",
  "deadline_at",
  "answer_seconds",
  "port",
  "provider",
  "sender",
  "relays",
  "mails",
] as const;

/** The list as CSV, a piece for each page. */
export async function* casesCsv(pages: AsyncIterable<ListedCase[]>): AsyncGenerator<string> {
  yield csvRow(COLUMNS);
  for await (const page of pages) yield page.map((one) => csvRow(rowOf(one))).join("");
}

/** The list as one JSON array, a case a line. */
export async function* casesJson(pages: AsyncIterable<ListedCase[]>): AsyncGenerator<string> {
  yield "[";
  let before = "\n";
  for await (const page of pages)
    for (const one of page) {
      yield `${before}${JSON.stringify({ ...named(one), relays: one.relays })}`;
      before = ",\n";
    }
  yield "\n]\n";
}

function rowOf(one: ListedCase): (string | number | null)[] {
  const cells = named(one);
  return COLUMNS.map((column) => cells[column]);
}

function named(one: ListedCase): Record<(typeof COLUMNS)[number], string | number | null> {
  return {
    ref: one.ref,
    opened: toIso(one.openedAt),
    type: one.type,
    verdict: one.verdict,
    outcome: one.outcome,
    deadline: one.deadline,
    deadline_at: one.deadlineAt === null ? null : toIso(one.deadlineAt),
    answer_seconds: one.answerSeconds,
    port: one.port,
    provider: one.provider,
    sender: one.sender,
    relays: one.relays.join(" "),
    mails: one.mails,
  };
}
