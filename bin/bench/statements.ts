// npm run bench -- statements [--short]: how many SQL statements a mail takes from the mailbox to its case, and a reply from
// the form to the outbox; exact, BEGIN and COMMIT counted. `VERBOSE=1` prints those of the last mail and of a reply.
import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Role, Viewer } from "../../lib/accounts/viewer.ts";
import { openCase } from "../../lib/cases/open-case.ts";
import { templateShelf } from "../../lib/cases/own-template-store.ts";
import { sendReply } from "../../lib/cases/send-reply.ts";
import { watchStatements } from "../../lib/db/watch-statements.ts";
import { readTemplates } from "../../lib/drafting/files.ts";
import { fullPace } from "../../lib/intake/fetch-steps.ts";
import {
  currentMailbox,
  missingUids,
  moveCursor,
  recordLook,
} from "../../lib/intake/mailbox-store.ts";
import { quarantine, storeArrivals } from "../../lib/intake/store.ts";
import { syncMailbox } from "../../lib/intake/sync-mailbox.ts";
import { applyRules } from "../../lib/rules/apply-rules-store.ts";
import { aForm } from "../../lib/testing/a-desk.ts";
import { aMailbox } from "../../lib/testing/a-watched-mailbox.ts";
import { openPending } from "../../lib/worker/open-pending.ts";
import { type BenchDesk, makeDesk } from "./bench-desk.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { median } from "./cpu-clock.ts";
import { generateMails } from "./generated-mails.ts";

const TEMPLATES = path.join(import.meta.dirname, "../../templates");
/** The same mails each time: the count is exact. */
const SEED = 1;
/** The first ones open the database and find the desk's caches empty. */
const WARM_UP = 5;
const ALONE = 60;
const TOGETHER = 50;

await runBench("statements", async (report) => {
  await count("sqlite", report);
  if (!isShort) await count("postgresql", report);
});

async function count(engine: "sqlite" | "postgresql", { measured, tell }: Report) {
  const desk = await makeDesk(engine);
  try {
    const mails = generateMails(WARM_UP + ALONE + TOGETHER, SEED);
    const take = await intake(desk);
    const alone: number[] = [];
    for (const mail of mails.slice(0, WARM_UP + ALONE)) alone.push((await take([mail])).length);
    const kept = alone.slice(WARM_UP);
    const together = (await take(mails.slice(-TOGETHER))).length / TOGETHER;
    tell(
      `${engine}: a mail that comes alone takes ${median(kept)} statements (median), ${Math.max(...kept)} at most; of ${TOGETHER} at once each ${together.toFixed(1)}`,
    );
    const of = engine === "postgresql" ? engine : undefined;
    measured("mail_sql", Math.max(...kept), of);
    measured("reply_sql", await reply(desk), of);
  } finally {
    await desk.close();
  }
}

/** What the worker does with new mail of a mailbox, without the line to the server. Gives back what was asked of the database. */
async function intake(desk: BenchDesk): Promise<(mails: Buffer[]) => Promise<string[]>> {
  const { db } = desk;
  const { id: mailboxId } = await aMailbox(db, 1);
  const shelf = templateShelf(await readTemplates(TEMPLATES));
  const uidValidity = "1";
  await db.mailbox.update({ where: { id: mailboxId }, data: { uidValidity, lastUid: 0 } });
  let last = 0;
  const open = async (sightingId: string) => {
    const templates = await shelf.serving(db);
    const deps = { templates, threadKey: "bench", random: randomBytes, now: Date.now() };
    const { outcome, caseId } = await openCase(db, sightingId, deps);
    if (caseId !== null && outcome !== "known") await applyRules(db, caseId, deps);
  };
  return async (mails) => {
    const seen: string[] = [];
    const folder = mails.map((raw) => ({ uid: ++last, raw }));
    const stop = watchStatements(({ sql }) => void seen.push(sql));
    const state = await currentMailbox(db, mailboxId);
    await syncMailbox(
      {
        uidValidity,
        exists: () => last,
        uidsAbove: async (uid) => folder.map((mail) => mail.uid).filter((one) => one > uid),
        sizes: async () => new Map(folder.map(({ uid, raw }) => [uid, raw.length])),
        fetch: async (uids) => folder.filter(({ uid }) => uids.includes(uid)),
        mark: async () => undefined,
        waitForNews: async () => undefined,
        close: () => undefined,
      },
      {
        missing: (uids) => missingUids(db, { mailboxId, uidValidity }, uids),
        store: async (arrivals) => void (await storeArrivals(db, arrivals, Date.now())),
        quarantine: (uid, text) =>
          quarantine(db, { mailboxId, uidValidity, uid }, text, Date.now()),
        moveCursor: (uid) => moveCursor(db, mailboxId, uid),
      },
      {
        mailboxId,
        archive: false,
        lastUid: state?.lastUid ?? 0,
        pace: fullPace(),
        stopped: () => false,
      },
    );
    await recordLook(db, mailboxId, last, Date.now());
    await openPending(db, { open: (_, id) => open(id), stopped: () => false });
    stop();
    told(seen);
    return seen;
  };
}

/** The most that approving the first letter of a case takes, over some cases. */
async function reply({ db }: BenchDesk): Promise<number> {
  const owner = await anOwner(db);
  const cases = await db.case.findMany({
    where: { state: "open", type: { in: ["copyright", "bruteforce"] }, sealed: false },
    orderBy: { id: "asc" },
    take: 40,
  });
  const counts: number[] = [];
  for (const { id } of cases) {
    const form = await aForm(db, owner, id).catch(() => null);
    if (form === null || form.to.length === 0) continue;
    const seen: string[] = [];
    const stop = watchStatements(({ sql }) => void seen.push(sql));
    const sent = await sendReply(
      db,
      owner,
      { ...form, now: Date.now() },
      { threadKey: "bench", random: randomBytes },
    );
    stop();
    if (!sent.ok) continue;
    if (counts.length === 0) told(seen);
    counts.push(seen.length);
  }
  if (counts.length === 0) throw new Error("no letter of the generated cases could be sent");
  console.log(`${counts.length} letters approved, ${median(counts)} statements in the median`);
  return Math.max(...counts);
}

async function anOwner(db: BenchDesk["db"]): Promise<Viewer> {
  const role: Role = "owner";
  const data = { login: "bench", passwordHash: "none", role, createdAt: new Date() };
  const { id } = await db.user.create({ data });
  return { userId: id, login: "bench", role };
}

function told(statements: readonly string[]): void {
  if (process.env["VERBOSE"])
    console.log(
      ["----", ...statements.map((sql) => sql.replaceAll("\n", " ").slice(0, 160))].join("\n"),
    );
}
