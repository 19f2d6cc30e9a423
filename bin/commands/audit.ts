import { verifyAudit } from "../../lib/accounts/audit-store.ts";
import { readEnv } from "../../lib/config/env.ts";
import { openDb } from "../../lib/db/client.ts";

/** `exitdesk audit verify`: exit status 0 when every entry fits the one before, 1 when one does not, 2 for wrong usage. */
export async function auditCommand(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "verify") {
    process.stderr.write("usage: exitdesk audit verify\n");
    return 2;
  }
  const db = openDb(readEnv().DATABASE_URL);
  try {
    const { seq, hash, broken } = await verifyAudit(db);
    if (broken !== null) {
      process.stdout.write(
        `Entry ${broken} of the audit log was changed, removed, or put in by somebody else. The ${seq} before it are as they were written.\n`,
      );
      return 1;
    }
    process.stdout.write(
      `${seq} entries, each as it was written. The last one is ${hash}: write it down elsewhere, and nobody can cut the log short unseen.\n`,
    );
    return 0;
  } finally {
    await db.$disconnect();
  }
}
