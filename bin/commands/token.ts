import path from "node:path";
import { parseArgs } from "node:util";
import { TOKEN_KINDS, type TokenKind } from "../../lib/accounts/api-scope.ts";
import type { Refusal } from "../../lib/accounts/refusal.ts";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { listApiTokens } from "../../lib/cases/api-token-store.ts";
import { createApiToken, revokeApiToken } from "../../lib/cases/create-api-token.ts";
import { readEnv } from "../../lib/config/env.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";

const USAGE = `usage: exitdesk token list
       exitdesk token add NAME --may ${TOKEN_KINDS.join("|")}
       exitdesk token revoke NAME
A token is printed once, when it is made; one that signs with the id of its key before it.
`;

/** `exitdesk token`: tokens for machines, as under Settings. Exit status 0 done, 1 refused, 2 wrong usage. */
export async function tokenCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (!given) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { DATABASE_URL, DATA_DIR } = readEnv();
  await migrate(DATABASE_URL, path.dirname(path.dirname(import.meta.dirname)));
  const db = openDb(DATABASE_URL);
  try {
    if (given.verb === "list") return await list(db);
    if (given.verb === "revoke") return await revoke(db, given.name);
    return await add(db, given, readSecretKey(DATA_DIR));
  } finally {
    await db.$disconnect();
  }
}

type Given =
  | { verb: "list" }
  | { verb: "revoke"; name: string }
  | { verb: "add"; name: string; kind: TokenKind };

function readArgs(args: string[]): Given | null {
  try {
    const options = { may: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [verb, name, ...rest] = positionals;
    if (rest.length > 0) return null;
    const kind = TOKEN_KINDS.find((one) => one === values.may);
    if (verb === "add") return name !== undefined && kind ? { verb, name, kind } : null;
    if (values.may !== undefined) return null;
    if (verb === "list" && name === undefined) return { verb };
    return verb === "revoke" && name !== undefined ? { verb, name } : null;
  } catch {
    return null;
  }
}

async function list(db: Db): Promise<number> {
  for (const { name, scope, signs, lastUsedAt, revokedAt } of await listApiTokens(
    db,
    DESK_VIEWER,
  )) {
    const used = lastUsedAt === null ? "never used" : `last used ${minute(lastUsedAt)}`;
    const state = revokedAt === null ? used : `revoked ${minute(revokedAt)}`;
    process.stdout.write(
      `${name.padEnd(24)} ${(signs ? `${scope}-signed` : scope).padEnd(14)} ${state}\n`,
    );
  }
  return 0;
}

async function add(
  db: Db,
  { name, kind }: { name: string; kind: TokenKind },
  secretKey: Uint8Array,
): Promise<number> {
  const made = await createApiToken(db, DESK_VIEWER, { name, kind, now: Date.now() }, secretKey);
  if (!made.ok) return refused(made);
  process.stdout.write(made.keyId === null ? `${made.token}\n` : `${made.keyId} ${made.token}\n`);
  return 0;
}

async function revoke(db: Db, name: string): Promise<number> {
  const tokens = await listApiTokens(db, DESK_VIEWER);
  const tokenId = tokens.find((token) => token.name === name)?.id ?? "";
  const done = await revokeApiToken(db, DESK_VIEWER, { tokenId, now: Date.now() });
  if (!done.ok) return refused(done);
  process.stdout.write(`${name} opens nothing any more.\n`);
  return 0;
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

function refused({ text }: Pick<Refusal, "text">): number {
  process.stderr.write(`exitdesk token: ${text}\n`);
  return 1;
}
