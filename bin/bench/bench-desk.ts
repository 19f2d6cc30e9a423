import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { NO_PROFILE, writeOperatorProfile } from "../../lib/cases/operator-profile-store.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { readRelaysFile } from "../../lib/relays/read-relays-file.ts";
import { saveRelays } from "../../lib/relays/store.ts";
import { startPostgresql } from "../../lib/testing/postgresql-server.ts";
import { parentOf } from "./process-cpu.ts";

const ROOT = path.join(import.meta.dirname, "../..");
/** The addresses the generated complaints are about, see `generateMails`. */
const RELAYS = 60;

export type BenchDesk = {
  db: Db;
  url: string;
  /** DATA_DIR. */
  folder: string;
  secretKey: Uint8Array;
  /** PostgreSQL's first process; null on SQLite. */
  postmaster: number | null;
  close: () => Promise<void>;
};

/** An empty desk that knows 60 relays, on a database that waits for the disk: in a folder, or on a PostgreSQL of its own. */
export async function makeDesk(engine: "sqlite" | "postgresql" = "sqlite"): Promise<BenchDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-bench-"));
  const server = engine === "postgresql" ? await startPostgresql({ durable: true }) : null;
  const url = server?.url ?? `file:${path.join(folder, "desk.db")}`;
  // Its keys stand in DATA_DIR, and the migrations encrypt with them.
  process.env["DATA_DIR"] = folder;
  await migrate(url, ROOT);
  const db = openDb(url);
  const { history } = readRelaysFile(JSON.stringify({ relays: relays() }), Date.now());
  if (!history) throw new Error("the relays of the benchmark are refused");
  await saveRelays(db, history.relays);
  await writeOperatorProfile(db, { ...NO_PROFILE, name: "Bench", signature: "The operators" });
  return {
    db,
    url,
    folder,
    secretKey: readSecretKey(folder),
    postmaster: server ? await postmasterOf(url) : null,
    close: async () => {
      await db.$disconnect();
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Three policies each, as a relay of some years has. */
function relays() {
  const from = ["2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z", "2025-06-01T00:00:00Z"];
  return Array.from({ length: RELAYS }, (_, n) => ({
    nickname: `bench${n + 1}`,
    fingerprint: (n + 1).toString(16).toUpperCase().padStart(40, "B"),
    tenures: [{ ip: `192.0.2.${n + 1}`, from: from[0], to: null }],
    policies: from.map((since, at) => ({
      lines: ["ExitRelay 1", `ExitPolicy reject *:${25 + at}`, "ReducedExitPolicy 1"],
      from: since,
      to: from[at + 1] ?? null,
    })),
    uptime: [{ from: from[0], to: null }],
  }));
}

async function postmasterOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const parent = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return parent;
}
