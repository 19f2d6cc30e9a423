import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { storeArrivals } from "../../lib/intake/store.ts";
import { scratchDb } from "../../lib/testing/scratch-db.ts";
import { tortureMail } from "./intake-desk.ts";

/** https://www.sqlite.org/fileformat2.html#the_write_ahead_log: a header, then frames of a header and a page. */
const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const SYNCHRONOUS_FULL = 2;

/** `mails`: acknowledged ones. `lost`: how often one of them was missing, or the file broken, after a cut. */
export type PowerCuts = { mails: number; cuts: number; lost: number; wrong: string[] };
type Acknowledged = { sha256: string; walBytes: number };

/**
 * A model of a power cut: with synchronous=FULL every byte of the log is on the disk when a mail is acknowledged, and
 * of what is written later any beginning may be. So the database is opened with its log cut at every frame and at
 * `within` bytes inside frames, and must hold whole every mail acknowledged up to there.
 */
export async function powerCuts(
  mails: number,
  within: number,
  chance: () => number,
): Promise<PowerCuts> {
  const desk = await scratchDb();
  try {
    const [level] = await desk.db.$queryRaw<{ synchronous: number | bigint }[]>`PRAGMA synchronous`;
    if (Number(level?.synchronous) !== SYNCHRONOUS_FULL)
      throw new Error("The desk does not wait for its disk: synchronous is not FULL.");
    await desk.db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
    const file = desk.url.replace("file:", "");
    const base = path.join(path.dirname(file), "base.db");
    copyFileSync(file, base);
    const acknowledged: Acknowledged[] = [];
    for (let number = 0; number < mails; number += 1) {
      const raw = Buffer.from(tortureMail(number));
      const mail = { raw, via: "webhook", at: null, source: "torture", archive: false } as const;
      const [taken] = await storeArrivals(desk.db, [mail], number);
      if (!taken) throw new Error("A mail was not taken.");
      acknowledged.push({ sha256: taken.sha256, walBytes: statSync(`${file}-wal`).size });
    }
    if (!readFileSync(base).equals(readFileSync(file)))
      throw new Error("The log was emptied meanwhile; torture fewer mails.");
    return await openCut({ base, log: readFileSync(`${file}-wal`), acknowledged }, within, chance);
  } finally {
    await desk.close();
  }
}

async function openCut(
  { base, log, acknowledged }: { base: string; log: Buffer; acknowledged: Acknowledged[] },
  within: number,
  chance: () => number,
): Promise<PowerCuts> {
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  const places = [0, ...Array.from({ length: within }, () => Math.floor(chance() * log.length))];
  for (let at = WAL_HEADER; at <= log.length; at += frame) places.push(at);
  const wrong: string[] = [];
  for (const [number, place] of places.entries()) {
    // A name of its own each: the library keeps a file open for a while after it is closed.
    const copy = `${base}.${number}`;
    copyFileSync(base, copy);
    writeFileSync(`${copy}-wal`, log.subarray(0, place));
    const held = await holds(copy);
    for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
    if (held.integrity !== "ok") wrong.push(`cut at ${place}: ${held.integrity}`);
    for (const { sha256, walBytes } of acknowledged)
      if (walBytes <= place && !held.hashes.has(sha256))
        wrong.push(`cut at ${place}: ${sha256} was acknowledged at ${walBytes}`);
  }
  return { mails: acknowledged.length, cuts: places.length, lost: wrong.length, wrong };
}

async function holds(file: string): Promise<{ integrity: string; hashes: Set<string> }> {
  const client = createClient({ url: `file:${file}` });
  try {
    const check = await client.execute("PRAGMA integrity_check");
    const { rows } = await client.execute(
      `SELECT r."sha256" FROM "RawMail" r JOIN "Sighting" s ON s."rawSha256" = r."sha256"`,
    );
    return {
      integrity: String(check.rows[0]?.[0]),
      hashes: new Set(rows.map((row) => String(row[0]))),
    };
  } finally {
    client.close();
  }
}
