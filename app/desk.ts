import { randomBytes } from "node:crypto";
import path from "node:path";
import type { CaseDeps } from "@/lib/cases/case-deps.ts";
import { readPageFont } from "@/lib/cases/files.ts";
import type { PageFont } from "@/lib/cases/lay-out-pages.ts";
import { threadKey } from "@/lib/cases/own-message-id.ts";
import { type TemplateShelf, templateShelf } from "@/lib/cases/own-template-store.ts";
import { readEnv } from "@/lib/config/env.ts";
import { watchSecretKey } from "@/lib/config/secret.ts";
import { type Db, openDb } from "@/lib/db/client.ts";
import { readTemplates } from "@/lib/drafting/files.ts";
import { readPackPages } from "@/lib/evidence/files.ts";
import type { PackPages } from "@/lib/evidence/pack-input.ts";
import type { HostRules } from "./request-guard.ts";

/** What pages and actions hand to the use cases. */
export type Desk = {
  db: Db;
  hostRules: HostRules;
  dataDir: string;
  /** Seals mailbox passwords; kept outside the database. Another one after a rotation: to be asked for each request. */
  secretKey: Uint8Array;
  threadKey: string;
  random: (bytes: number) => Uint8Array;
};

/** Next bundles each page on its own: what must exist once a process hangs on the process. */
const once = globalThis as {
  exitdesk?: {
    desk?: Desk;
    shelf?: Promise<TemplateShelf>;
    packPages?: Promise<PackPages>;
    pageFont?: Promise<PageFont>;
  };
};

/** The desk of this process, opened at the first request. */
export function openDesk(): Desk {
  once.exitdesk ??= {};
  once.exitdesk.desk ??= makeDesk();
  return once.exitdesk.desk;
}

/** What `openCase`, `setType` and `checkAgain` need. */
export async function caseDeps(desk: Desk): Promise<CaseDeps> {
  return {
    templates: await (await openShelf()).serving(desk.db),
    threadKey: desk.threadKey,
    random: desk.random,
    now: Date.now(),
  };
}

/** What letters are written from. The shipped ones are read once, the operator's own are asked for each time. */
export function openShelf(): Promise<TemplateShelf> {
  once.exitdesk ??= {};
  once.exitdesk.shelf ??= readTemplates(path.join(process.cwd(), "templates")).then(templateShelf);
  return once.exitdesk.shelf;
}

/** What every evidence pack holds. */
export function packPages(): Promise<PackPages> {
  once.exitdesk ??= {};
  once.exitdesk.packPages ??= readPackPages(path.join(process.cwd(), "templates/evidence-pack"));
  return once.exitdesk.packPages;
}

/** What pages to print are set in. */
export function pageFont(): Promise<PageFont> {
  once.exitdesk ??= {};
  once.exitdesk.pageFont ??= readPageFont(
    path.join(process.cwd(), "node_modules/dejavu-fonts-ttf/ttf"),
  );
  return once.exitdesk.pageFont;
}

function makeDesk(): Desk {
  const env = readEnv();
  const secretKey = watchSecretKey(env.DATA_DIR);
  return {
    db: openDb(env.DATABASE_URL),
    hostRules: { host: env.HOST, allowedHosts: env.ALLOWED_HOSTS },
    dataDir: env.DATA_DIR,
    get secretKey() {
      return secretKey();
    },
    threadKey: threadKey(secretKey()),
    random: (bytes) => randomBytes(bytes),
  };
}
