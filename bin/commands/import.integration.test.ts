import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDb } from "../../lib/db/client.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-import-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mail = (n: number, filler = "") =>
  `From: soc@reporter.example\nSubject: attack ${n}\nMessage-ID: <${n % 7}@reporter.example>\n\nlog line ${n}\n${filler}\n`;
const mbox = (mails: string[]) =>
  mails.map((one) => `From soc@reporter.example Thu Jan  1 00:00:00 2026\n${one}\n`).join("");
const hashes = (mails: string[]) =>
  mails.map((one) => createHash("sha256").update(one).digest("hex")).sort();
const at = (...names: string[]) => path.join(folder, ...names);

function command(data: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: data, DATABASE_URL: "" };
  const done = spawnSync(process.execPath, ["bin/commands/main.ts", ...args], {
    env,
    encoding: "utf8",
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

async function stored(data: string) {
  const db = openDb(`file:${path.join(data, "desk.db")}`);
  const raws = (await db.rawMail.findMany({ select: { sha256: true } })).map((row) => row.sha256);
  const sightings = (await db.sighting.findMany({ where: { outcome: "stored" } })).map(
    (row) => row.rawSha256 ?? "",
  );
  const [check] = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  await db.$disconnect();
  return { raws: raws.sort(), sightings: sightings.sort(), integrity: check?.integrity_check };
}

test("mbox, Maildir, .eml and folders of them are taken once, however often they are imported", async () => {
  const mails = Array.from({ length: 30 }, (_, n) => mail(n));
  mkdirSync(at("in", "dir", "cur"), { recursive: true });
  mkdirSync(at("in", "dir", "new"));
  mkdirSync(at("in", "dir", "tmp"));
  writeFileSync(at("in", "old.mbox"), mbox(mails.slice(0, 20)));
  mails.slice(20, 25).forEach((one, n) => {
    writeFileSync(at("in", "dir", n % 2 ? "cur" : "new", `176722560${n}.M1.host:2,S`), one);
  });
  mails.slice(25).forEach((one, n) => {
    writeFileSync(at("in", `${n}.eml`), one);
  });
  writeFileSync(at("in", "dir", "tmp", "half"), "Subject: half");
  writeFileSync(at("in", "notes.json"), "{}");
  symlinkSync("/etc/hostname", at("in", "link.eml"));
  const first = command(at("data"), "import", at("in"));
  expect(first.err).toContain("notes.json does not begin like a mail: left out");
  expect(first.err).toContain("link.eml is a symbolic link");
  expect(first.out).toContain("30 mails read, 30 new, 0 known before, 0 not taken");
  expect(first.status).toBe(0);
  const again = command(at("data"), "import", "--archive", at("in"));
  expect(again.out).toContain("30 mails read, 0 new, 30 known before");
  expect(await stored(at("data"))).toEqual({
    raws: hashes(mails),
    sightings: hashes(mails),
    integrity: "ok",
  });
  expect(command(at("data"), "doctor")).toMatchObject({ status: 0 });
});

test("what cannot be read is one clear line, and the rest is taken", () => {
  writeFileSync(at("a.eml"), mail(1));
  const done = command(at("data"), "import", at("missing"), at("a.eml"));
  expect(done.status).toBe(1);
  expect(done.err).toContain("there is no such file or folder; check the path");
  expect(done.out).toContain("1 mails read, 1 new");
  expect(command(at("data"), "import").status).toBe(2);
});

test("killed at any moment and run again, every mail is there once", async () => {
  const mails = Array.from({ length: 2000 }, (_, n) => mail(n, "x".repeat(n % 500)));
  writeFileSync(at("all.mbox"), mbox(mails));
  command(at("data"), "doctor");
  expect(command(at("data"), "import", at("missing")).status).toBe(1);
  const env = { ...process.env, DATA_DIR: at("data"), DATABASE_URL: "" };
  for (let round = 0; round < 10; round++) {
    const child = spawn(process.execPath, ["bin/commands/main.ts", "import", at("all.mbox")], {
      env,
      stdio: "ignore",
      detached: true,
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await Promise.race([ended, sleep(400 + Math.random() * 900)]);
    if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
    await ended;
  }
  expect(command(at("data"), "import", at("all.mbox")).status).toBe(0);
  expect(await stored(at("data"))).toEqual({
    raws: hashes(mails),
    sightings: hashes(mails),
    integrity: "ok",
  });
});

test("a full disk stops it with the remedy, keeps what was taken, and goes on when there is room", async () => {
  const mails = Array.from({ length: 300 }, (_, n) =>
    mail(n, createHash("shake256", { outputLength: 30_000 }).update(`${n}`).digest("base64")),
  );
  writeFileSync(at("all.mbox"), mbox(mails));
  mkdirSync(at("data"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs", at("data")]);
  try {
    const full = command(at("data"), "import", at("all.mbox"));
    expect(full.status).toBe(1);
    expect(full.err).toContain("the disk of the desk is full");
    expect((await stored(at("data"))).integrity).toBe("ok");
    execFileSync("mount", ["-o", "remount,size=64m", at("data")]);
    expect(command(at("data"), "import", at("all.mbox")).status).toBe(0);
    expect(await stored(at("data"))).toEqual({
      raws: hashes(mails),
      sightings: hashes(mails),
      integrity: "ok",
    });
  } finally {
    execFileSync("umount", ["-l", at("data")]);
  }
});
