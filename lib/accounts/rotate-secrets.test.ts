import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownMessageId, refOfOwnId, threadKey } from "../cases/own-message-id.ts";
import {
  addSecretKey,
  countSecretKeys,
  IMAP_PASSWORD,
  isNewestSeal,
  RELAY_SOURCE_PASSWORD,
  readSecretKey,
  SMTP_PASSWORD,
  seal,
  totpSeedOf,
  unseal,
  watchSecretKey,
} from "../config/secret.ts";
import { SECRET_COLUMNS } from "../config/secret-columns.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { finishRotation, rotateSecrets } from "./rotate-secrets.ts";
import { readTotp } from "./totp-store.ts";

const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-rotate-"));
const file = { read: () => readSecretKey(folder), add: () => addSecretKey(folder) };
const MAILBOXES = 22;
let desk: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  desk = await aDesk();
  const { db, people, mailbox } = desk;
  const key = file.read();
  const passwords = (name: string) => ({
    imapPassword: seal(`imap ${name}`, IMAP_PASSWORD, key),
    smtpPassword: seal(`smtp ${name}`, SMTP_PASSWORD, key),
  });
  await db.mailbox.update({ where: { id: mailbox.id }, data: passwords("abuse") });
  const { id: _, ...like } = mailbox;
  await db.mailbox.createMany({
    data: Array.from({ length: MAILBOXES - 1 }, (__, at) => ({
      ...like,
      name: `box ${at}`,
      ...passwords(`box ${at}`),
    })),
  });
  await db.relaySource.create({
    data: {
      name: "tor",
      kind: "control",
      settings: {},
      secret: seal("control", RELAY_SOURCE_PASSWORD, key),
      enabled: false,
      memory: {},
      dueAt: new Date(NOW),
      attempts: 0,
      createdAt: new Date(NOW),
    },
  });
  const { userId } = people.owner;
  await db.totp.create({
    data: { userId, seed: seal("JBSWY3DP", totpSeedOf(userId), key), createdAt: new Date(NOW) },
  });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

/** Every secret, opened with the keys of the file: what a desk that runs can use at this moment. */
async function opened(keys = file.read()): Promise<(string | null)[]> {
  const { db, people } = desk;
  const boxes = await db.mailbox.findMany({ orderBy: { id: "asc" } });
  const totp = await readTotp(db, people.owner.userId, keys);
  const source = await db.relaySource.findFirstOrThrow();
  return [
    ...boxes.flatMap(({ imapPassword, smtpPassword }) => [
      unseal(imapPassword, IMAP_PASSWORD, keys),
      unseal(smtpPassword, SMTP_PASSWORD, keys),
    ]),
    totp?.seed ?? null,
    unseal(source.secret ?? "", RELAY_SOURCE_PASSWORD, keys),
  ];
}
const entries = () => desk.db.auditEntry.findMany({ where: { kind: "keys" } });
async function staleBoxes(): Promise<number> {
  const boxes = await desk.db.mailbox.findMany();
  return boxes.filter(
    ({ imapPassword, smtpPassword }) =>
      !isNewestSeal(imapPassword, IMAP_PASSWORD, file.read()) ||
      !isNewestSeal(smtpPassword, SMTP_PASSWORD, file.read()),
  ).length;
}

/** The database of a process that dies before its n-th transaction; after n - 1 is the same moment. */
function dyingAt(nth: number): typeof desk.db {
  let count = 0;
  return new Proxy(desk.db, {
    get(target, name, receiver) {
      if (name !== "$transaction") return Reflect.get(target, name, receiver);
      return async (work: never) => {
        count += 1;
        if (count === nth) throw new Error("killed");
        return await target.$transaction(work);
      };
    },
  });
}

test("killed before any step nothing is lost, and the next call finishes it with the same key", {
  timeout: 60_000,
}, async () => {
  const all = await opened();
  expect(all).not.toContain(null);
  for (let nth = 1; ; nth += 1) {
    const done = await rotateSecrets(dyingAt(nth), "command line", file).catch(() => null);
    expect(await opened(), `killed before step ${nth}`).toEqual(all);
    if (done !== null) {
      // The first key, one for each time, and one for the first, which died before it had made any.
      expect(nth).toBeGreaterThan(7);
      expect(countSecretKeys(file.read())).toBe(nth + 1);
      expect(await entries()).toHaveLength(nth);
      return;
    }
    const next = await rotateSecrets(desk.db, "command line", file);
    expect(next).toMatchObject({ ok: true, resumed: nth > 1 });
    expect(await staleBoxes()).toBe(0);
  }
});

test("killed between the file and the commit that says so, the new key is the one that goes on", async () => {
  const all = await opened();
  const cut = { ...file, add: () => file.add() && fail() };
  await expect(rotateSecrets(desk.db, "command line", cut)).rejects.toThrow("killed");
  const keys = countSecretKeys(file.read());
  expect(await opened()).toEqual(all);
  expect(await rotateSecrets(desk.db, "command line", file)).toMatchObject({ resumed: true });
  expect(countSecretKeys(file.read())).toBe(keys);
  expect(await staleBoxes()).toBe(0);
});

function fail(): never {
  throw new Error("killed");
}

test("what was derived from the first key stays: answers to letters of before find their case", async () => {
  const first = threadKey(file.read());
  const id = ownMessageId("BCDF2345", new Uint8Array(8), "desk.example", first);
  await rotateSecrets(desk.db, "command line", file);
  expect(refOfOwnId(id, threadKey(file.read()))).toBe("BCDF2345");
});

test("a desk that runs takes the new key up, and its next start mends what it sealed with the old one", async () => {
  const running = watchSecretKey(folder);
  const old = running();
  await rotateSecrets(desk.db, "command line", file);
  expect(running()).toEqual(file.read());
  expect(running()).not.toEqual(old);
  const late = { imapPassword: seal("typed meanwhile", IMAP_PASSWORD, old) };
  await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data: late });
  const written = (await entries()).length;
  await finishRotation(desk.db, "desk", running());
  expect(await staleBoxes()).toBe(0);
  expect(await opened()).toContain("typed meanwhile");
  expect((await entries()).length).toBe(written);
});

test("each rotation is written down once, by whom and which key, and no key with it", async () => {
  const written = await entries();
  const done = await rotateSecrets(desk.db, "command line", file);
  const [last] = (await entries()).slice(written.length);
  expect(last).toMatchObject({
    by: "command line",
    what: `secret key rotated: ${done.ok && done.id}`,
  });
  const keys = readFileSync(path.join(folder, "secret.key"), "utf8").trim().split("\n");
  for (const key of keys) expect(JSON.stringify(await entries())).not.toContain(key);
});

test("two at once lose no key", async () => {
  const all = await opened();
  const before = countSecretKeys(file.read());
  const both = await Promise.all([1, 2].map(() => rotateSecrets(desk.db, "command line", file)));
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(countSecretKeys(file.read())).toBeGreaterThan(before);
  expect(await opened()).toEqual(all);
  expect(await staleBoxes()).toBe(0);
});

test("with the key of another desk nothing is touched", async () => {
  const other = mkdtempSync(path.join(tmpdir(), "exitdesk-rotate-"));
  const wrong = { read: () => readSecretKey(other), add: () => addSecretKey(other) };
  expect(await rotateSecrets(desk.db, "command line", wrong)).toMatchObject({
    ok: false,
    code: "other-key",
  });
  expect(countSecretKeys(wrong.read())).toBe(1);
  expect(await opened()).not.toContain(null);
  rmSync(other, { recursive: true });
});

test("every column the schema says is sealed is one a rotation knows", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const found: string[] = [];
  let model = "";
  for (const line of schema.split("\n")) {
    model = /^model (\w+)/.exec(line)?.[1] ?? model;
    const column = /^ {2}(\w+) +String/.exec(line)?.[1];
    if (column && (line.includes("secret.ts") || /password|secret|seed/i.test(column)))
      if (!/hash/i.test(column)) found.push(`${model}.${column}`);
  }
  expect(found.sort()).toEqual(
    SECRET_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort(),
  );
});
