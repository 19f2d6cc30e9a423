import { Client } from "pg";

const OLDEST = 150_000;
/** https://www.postgresql.org/docs/15/errcodes-appendix.html, and what the network answers before there is a server. */
const WORDS: Readonly<Record<string, string>> = {
  "28P01": "does not take this user or password. Correct them in DATABASE_URL.",
  "28000":
    "does not let this user in from here. Correct DATABASE_URL, or pg_hba.conf on the server.",
  "3D000": "has no such database. Make it with 'createdb', or correct the name in DATABASE_URL.",
  "53300": "has no connection left. Raise max_connections there, or start fewer processes.",
  "57P03": "is starting or stopping. Try again in a minute.",
  ECONNREFUSED: "is not running there. Start it, or correct host and port in DATABASE_URL.",
  ENOTFOUND: "cannot be found by this name. Correct the host in DATABASE_URL.",
  EAI_AGAIN:
    "cannot be found: no name server answers. Mend that, or use an address in DATABASE_URL.",
  ETIMEDOUT: "does not answer. See that the network lets this machine reach it.",
  EHOSTUNREACH: "cannot be reached. See that the network lets this machine reach it.",
};

/**
 * Is the server at `url` one a desk can stand on: reachable, new enough, no copy that only reads, all of Unicode? Throws one line
 * that names the server, never the password.
 */
export async function checkServer(url: string): Promise<void> {
  const name = nameOf(url);
  const client = new Client({
    connectionString: url,
    application_name: "exitdesk",
    connectionTimeoutMillis: 10_000,
  });
  // Else a server that goes away in the middle ends the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS "version", pg_is_in_recovery() AS "replica",
        current_setting('default_transaction_read_only') AS "readOnly", current_setting('server_encoding') AS "encoding",
        has_schema_privilege('public', 'CREATE') AS "mayMake"`,
    );
    const problem = problemOf(rows[0]);
    if (problem !== null) throw new Error(`${name} ${problem}`);
  } catch (error) {
    throw explained(name, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Server = {
  version: number;
  replica: boolean;
  readOnly: string;
  encoding: string;
  mayMake: boolean;
};

function problemOf({ version, replica, readOnly, encoding, mayMake }: Server): string | null {
  if (version < OLDEST)
    return `is version ${Math.floor(version / 10_000)}. The desk needs 15 or newer.`;
  if (replica)
    return "is a copy that only reads. Name the server that is written to in DATABASE_URL.";
  if (readOnly === "on")
    return "only reads (default_transaction_read_only). Switch that off for this user.";
  if (encoding !== "UTF8")
    return `keeps text as ${encoding}. Make the database anew with ENCODING 'UTF8'.`;
  if (!mayMake)
    return "lets this user make no tables. As its owner: GRANT CREATE ON SCHEMA public TO the user.";
  return null;
}

/** Host, port and database, as a person would say them. */
function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `PostgreSQL at ${host}${pathname}`;
  } catch {
    return "PostgreSQL";
  }
}

function explained(name: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`${name} failed: ${String(error)}`);
  if (error.message.startsWith(name)) return error;
  const code = codeOf(error);
  const known = WORDS[code];
  if (known !== undefined) return new Error(`${name} ${known}`);
  if (/timeout/i.test(error.message)) return new Error(`${name} ${WORDS["ETIMEDOUT"]}`);
  const said = error.message.split("\n", 1)[0] ?? "";
  return new Error(`${name} cannot be used: ${said}${code === "" ? "" : ` (${code})`}`);
}

/** Of several addresses of one name each has an error of its own. */
function codeOf(error: Error): string {
  if ("code" in error && typeof error.code === "string") return error.code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first instanceof Error ? codeOf(first) : "";
}
