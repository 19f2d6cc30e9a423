import type { Viewer } from "../accounts/viewer.ts";
import { readAlertFacts } from "../alerts/alert-facts-store.ts";
import { alertText } from "../alerts/alert-words.ts";
import { alertCauses } from "../alerts/decide-alerts.ts";
import { listChannels } from "../alerts/save-channel.ts";
import { listBlocks } from "../blocks/block-store.ts";
import { leadingRaw } from "../cases/again-store.ts";
import { listAttachments, readAttachment } from "../cases/attachment-store.ts";
import { auditedPeople, pageOfAudit, wholeAudit } from "../cases/audit-view-store.ts";
import { readBulkCases } from "../cases/bulk-store.ts";
import { readCaseLinks } from "../cases/case-links-view-store.ts";
import { readCase, readRaw } from "../cases/case-view-store.ts";
import { readEvents } from "../cases/claimed-event-store.ts";
import { exportForCounsel } from "../cases/export-for-counsel.ts";
import { readPageFont } from "../cases/files.ts";
import { healthOf } from "../cases/health-store.ts";
import { listAlike } from "../cases/list-alike.ts";
import { readMetrics } from "../cases/metrics-store.ts";
import { mitigationRecord } from "../cases/mitigation-record.ts";
import { listMitigations } from "../cases/mitigation-store.ts";
import { proposeForCase } from "../cases/propose-for-case.ts";
import { listQuarantine, readQuarantined } from "../cases/quarantine-store.ts";
import { TABS } from "../cases/queue.ts";
import { listQueue } from "../cases/queue-store.ts";
import { countTabs } from "../cases/queue-window-store.ts";
import { listViews } from "../cases/saved-view-store.ts";
import { showHtml } from "../cases/show-html.ts";
import { readTrouble } from "../cases/trouble-store.ts";
import { casesToTry } from "../cases/try-template.ts";
import { readUndo } from "../cases/undo-view-store.ts";
import { writeMetrics } from "../cases/write-metrics.ts";
import type { Db } from "../db/client.ts";
import { exportPerson } from "../privacy/export-person.ts";
import { findPerson } from "../privacy/find-person.ts";
import { listPrivacyActs } from "../privacy/privacy-act-store.ts";
import { listCounted } from "../reports/case-list-store.ts";
import { readFigures } from "../reports/figures-store.ts";
import { makeTransparency } from "../reports/make-transparency.ts";
import { auditCsv, auditJson } from "../reports/write-audit.ts";
import { casesCsv, casesJson } from "../reports/write-cases.ts";
import { listRuns } from "../rules/rule-store.ts";
import { findTexts } from "../search/find-texts-store.ts";
import { jumpsTo } from "../search/jump-store.ts";
import { parseQuery } from "../search/parse-query.ts";

/** What a reader asks about, who may or may not see it. */
export type Asked = {
  now: number;
  caseIds: readonly string[];
  mailIds: readonly string[];
  fileIds: readonly string[];
  letterIds: readonly string[];
  words: readonly string[];
  addresses: readonly string[];
};
type Reading = (db: Db, viewer: Viewer, asked: Asked) => Promise<unknown>;

const DAY = 86_400_000;
const FONTS = "node_modules/dejavu-fonts-ttf/ttf";

/**
 * Everything a person or a machine can read from the desk, by what it is. The seal test holds each against the words of a
 * sealed case: whatever gives out something new (a page, a file, a figure for a monitor, an alert) stands here too.
 */
export const EVERY_READING: Readonly<Record<string, Reading>> = {
  queue: (db, viewer, { now }) =>
    all(TABS, (tab) => listQueue(db, viewer, { tab, size: 50, after: null, now })),
  counts: (db, viewer, { now }) => countTabs(db, viewer, now),
  "case page": (db, viewer, { caseIds }) => all(caseIds, (id) => readCase(db, viewer, id)),
  "other cases": (db, viewer, { caseIds }) => all(caseIds, (id) => readCaseLinks(db, viewer, id)),
  attachments: (db, viewer, { caseIds }) => all(caseIds, (id) => listAttachments(db, viewer, id)),
  "cases like it": (db, viewer, { caseIds }) => all(caseIds, (id) => listAlike(db, viewer, id)),
  undo: (db, viewer, { caseIds, letterIds }) =>
    all(caseIds, (caseId) =>
      all([undefined, ...letterIds], (outboxId) => readUndo(db, viewer, { caseId, outboxId })),
    ),
  "raw mail": (db, viewer, { mailIds }) =>
    all(mailIds, async (id) => textOf(await readRaw(db, viewer, id))),
  "mail as HTML": (db, viewer, { mailIds }) => all(mailIds, (id) => showHtml(db, viewer, id)),
  attachment: (db, viewer, { fileIds }) =>
    all(fileIds, async (id) => textOf(await readAttachment(db, viewer, id))),
  "for counsel": (db, viewer, { caseIds, now }) =>
    all(caseIds, async (caseId) =>
      textOf(await exportForCounsel(db, viewer, { caseId, now }, () => readPageFont(FONTS))),
    ),
  search: (db, viewer, { words }) =>
    all(words, (one) => findTexts(db, viewer, parseQuery(one), { size: 20, after: null })),
  jumps: (db, viewer, { words }) => all(words, (one) => jumpsTo(db, viewer, `${one}-77`)),
  "claims about relays": (db, viewer) =>
    readEvents(db, viewer, { since: 0, about: null, limit: 100 }),
  "many cases at once": (db, viewer, { caseIds }) => readBulkCases(db, viewer, caseIds),
  "cases to try a letter on": (db, viewer) => casesToTry(db, viewer, "law_enforcement"),
  "mail for evidence": (db, viewer, { caseIds }) =>
    all(caseIds, async (id) => {
      const mail = await leadingRaw(db, viewer, id);
      return mail && { ...mail, raw: Buffer.from(mail.raw).toString("latin1") };
    }),
  proposals: (db, viewer, { caseIds }) => all(caseIds, (id) => proposeForCase(db, viewer, id)),
  "networks that block us": (db, viewer) => listBlocks(db, viewer),
  trouble: readTrouble,
  quarantine: listQuarantine,
  "mail in quarantine": async (db, viewer) =>
    all(await db.sighting.findMany(), async ({ id }) =>
      textOf(await readQuarantined(db, viewer, id)),
    ),
  "saved views": (db, viewer) => listViews(db, viewer),
  mitigations: (db, viewer) => listMitigations(db, viewer),
  "record of mitigations": (db, viewer, { now }) => mitigationRecord(db, viewer, now),
  "what rules did": (db) => listRuns(db, 50),
  figures: (db, viewer, { now }) => readFigures(db, viewer, { ...inReports(now), unit: "week" }),
  "cases.csv": (db, viewer, { now }) => whole(casesCsv(listCounted(db, viewer, inReports(now)))),
  "cases.json": (db, viewer, { now }) => whole(casesJson(listCounted(db, viewer, inReports(now)))),
  "transparency report": (db, viewer, { now }) =>
    makeTransparency(db, viewer, { period: inReports(now).period, now }),
  "audit log": (db, viewer) => pageOfAudit(db, viewer, { before: null, size: 100 }),
  "audit.csv": (db, viewer) => whole(auditCsv(wholeAudit(db, viewer))),
  "audit.jsonl": (db, viewer) => whole(auditJson(wholeAudit(db, viewer))),
  "people in the audit log": (db) => auditedPeople(db),
  "what is known of a person": (db, viewer, { addresses }) =>
    all(addresses, (who) => findPerson(db, viewer, { who, words: [] })),
  "what a person is given": (db, viewer, { addresses, now }) =>
    all(addresses, async (who) => textOf(await exportPerson(db, viewer, { who, words: [], now }))),
  "acts of privacy": listPrivacyActs,
  "numbers for a monitor": async (db, _, { now }) => writeMetrics(await readMetrics(db), now),
  alerts: async (db, viewer, { now }) => [
    await listChannels(db, viewer),
    alertText(alertCauses(await readAlertFacts(db, now), now).map(({ kind }) => kind)),
  ],
  health: (db, _, { now }) =>
    healthOf(
      () => db,
      () => ({ url: "file:desk.db", root: "." }),
      now,
    ),
};

async function all<T, R>(asked: readonly T[], read: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const one of asked) answers.push(await read(one));
  return answers;
}

function inReports(now: number) {
  const day = Math.floor(now / DAY);
  return { period: { from: day - 30, to: day + 1 }, relayId: null, behind: {}, now };
}

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

/** Bytes as the text they may hold. */
function textOf(answer: object | null): unknown {
  if (answer === null || !("bytes" in answer) || !(answer.bytes instanceof Uint8Array))
    return answer;
  return { ...answer, bytes: Buffer.from(answer.bytes).toString("latin1") };
}
