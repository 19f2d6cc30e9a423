// Approves the letters of the cases argv[3..] of the desk at argv[2], and says each one once it is approved: a person's
// part, for tests that kill it in the middle.
import { openDb } from "../db/client.ts";
import { approveLetter } from "./approve-letter.ts";

const [url = "", ...caseIds] = process.argv.slice(2);
const db = openDb(url);
for (const caseId of caseIds) process.send?.(await approveLetter(db, caseId));
await db.$disconnect();
process.exit(0);
