import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Env } from "../../lib/config/env.ts";
import type { Db } from "../../lib/db/client.ts";
import { parseIp } from "../../lib/net/ip.ts";
import { specialRange } from "../../lib/net/special-range.ts";
import { readRetention } from "../../lib/privacy/retention-store.ts";
import type { Check } from "./doctor-checks.ts";

const OTHERS_MAY = 0o077;
const KEY_FILES = ["secret.key", "content.keys"];
/** A desk has a handful of files; more is somebody's own archive. */
const MOST = 2_000;
const DEEPEST = 4;
const SHOWN = 5;

/**
 * Who else on this machine may read what lies in `dataDir`: the database and its log, keys, backups. Behind a closed folder
 * its files are closed too, but the keys are asked for themselves: copied away they keep their mode.
 */
export async function checkPrivacy(dataDir: string): Promise<Check[]> {
  const keys = await openKeys(dataDir);
  const warned: Check[] = keys.map((file) => ({
    state: "warn",
    text: `Other users of this machine may read ${file}: chmod 600 ${file}`,
  }));
  if (isClosed((await stat(dataDir)).mode))
    return [{ state: "ok", text: "nobody else may look into it" }, ...warned];
  const open = (await walk(dataDir, 0)).filter((file) => !keys.includes(file));
  const named = open.map((file) => path.relative(dataDir, file));
  const more = open.length > SHOWN ? ` and ${open.length - SHOWN} more` : "";
  return open.length === 0
    ? [{ state: "ok", text: "nobody else may read its files" }, ...warned]
    : [
        {
          state: "warn",
          text: `Other users of this machine may read ${named.slice(0, SHOWN).join(", ")}${more}: chmod -R go= ${dataDir}`,
        },
        ...warned,
      ];
}

/** Backups in or beside `dataDir` that hold the keys they are encrypted with, or that others may read. */
export async function checkBackups(dataDir: string): Promise<Check[]> {
  const checks: Check[] = [];
  for (const folder of await backupsNear(dataDir)) {
    const keys = KEY_FILES.filter((name) => existsSync(path.join(folder, name)));
    if (keys.length > 0)
      checks.push({
        state: "warn",
        text: `The backup ${folder} holds ${keys.join(" and ")} too: whoever has it reads everything. Keep the keys in another place.`,
      });
    if (!isClosed((await stat(folder)).mode) && (await walk(folder, 0)).length > 0)
      checks.push({
        state: "warn",
        text: `Other users of this machine may read the backup ${folder}: chmod -R go= ${folder}`,
      });
  }
  return checks;
}

/** Settings that work and protect less than they could. */
export function checkEnv({ HOST, ALLOWED_INTERNAL }: Env): Check[] {
  const checks: Check[] = [];
  const ip = parseIp(HOST);
  if (HOST !== "localhost" && (ip === null || specialRange(ip) !== "loopback"))
    checks.push({
      state: "warn",
      text: `HOST=${HOST}: the pages can be reached from the network, without encryption of their own. Leave HOST out and put a proxy with TLS or an onion service in front.`,
    });
  if (ALLOWED_INTERNAL.length > 0)
    checks.push({
      state: "warn",
      text: "ALLOWED_INTERNAL is set: the desk may ask addresses inside this network. Leave it out when nothing needs it.",
    });
  return checks;
}

/** The same of what owners chose in the pages. */
export async function checkChoices(db: Db): Promise<Check[]> {
  const mailboxes = await db.mailbox.findMany({
    where: { enabled: true },
    orderBy: { name: "asc" },
  });
  const owners = await db.user.findMany({
    where: {
      role: "owner",
      disabledAt: null,
      NOT: { totp: { confirmedAt: { not: null } } },
      passkeys: { none: {} },
    },
    orderBy: { login: "asc" },
  });
  return [
    ...mailboxes.flatMap((mailbox) => lineChecks(mailbox)),
    ...owners.map(
      ({ login }): Check => ({
        state: "warn",
        text: `${login} owns this desk with a password alone: one-time codes or a passkey can be added under Security.`,
      }),
    ),
    ...((await readRetention(db)) === null
      ? [
          {
            state: "warn" as const,
            text: "Nobody has decided how long mails are kept: everything stays. See Settings, Retention.",
          },
        ]
      : []),
  ];
}

type Lines = {
  name: string;
  imapHost: string;
  imapSecurity: string;
  smtpHost: string;
  smtpSecurity: string;
  allowSelfSigned: boolean;
};

function lineChecks(mailbox: Lines): Check[] {
  const { name, allowSelfSigned } = mailbox;
  const plain = [
    [mailbox.imapHost, mailbox.imapSecurity],
    [mailbox.smtpHost, mailbox.smtpSecurity],
  ].flatMap(([host = "", security]) => (security === "none" && !isHere(host) ? [host] : []));
  return [
    ...plain.map(
      (host): Check => ({
        state: "warn",
        text: `mailbox ${name}: password and mails go to ${host} unencrypted. Choose TLS or STARTTLS.`,
      }),
    ),
    ...(allowSelfSigned && !(isHere(mailbox.imapHost) && isHere(mailbox.smtpHost))
      ? [
          {
            state: "warn" as const,
            text: `mailbox ${name}: any certificate is taken, so anybody on the way can read its password. Give the server a proper one.`,
          },
        ]
      : []),
  ];
}

function isHere(host: string): boolean {
  const ip = parseIp(host);
  return host === "localhost" || (ip !== null && specialRange(ip) === "loopback");
}

/** Wherever a link leads. */
async function openKeys(dataDir: string): Promise<string[]> {
  const files = KEY_FILES.map((name) => path.join(dataDir, name)).filter((file) =>
    existsSync(file),
  );
  const open: string[] = [];
  for (const file of files) if (!isClosed((await stat(file)).mode)) open.push(file);
  return open;
}

/** Files others may read, and folders they may look into, below this one. */
async function walk(folder: string, depth: number): Promise<string[]> {
  const open: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (open.length >= MOST || entry.isSymbolicLink()) continue;
    const file = path.join(folder, entry.name);
    const closed = isClosed((await stat(file)).mode);
    if (!closed) open.push(file);
    // What is in a closed folder nobody else reaches.
    if (entry.isDirectory() && !closed && depth < DEEPEST)
      open.push(...(await walk(file, depth + 1)));
  }
  return open;
}

async function backupsNear(dataDir: string): Promise<string[]> {
  const near = [dataDir, path.join(dataDir, "backups"), path.dirname(dataDir)];
  const folders: string[] = [];
  for (const place of near) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.slice(0, MOST))
      if (entry.isDirectory() && existsSync(path.join(place, entry.name, "backup.json")))
        folders.push(path.join(place, entry.name));
  }
  return folders;
}

function isClosed(mode: number): boolean {
  return (mode & OTHERS_MAY) === 0;
}
