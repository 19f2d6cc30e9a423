import { contentKeysFolder } from "../../lib/config/content-keys.ts";
import { readEnv } from "../../lib/config/env.ts";
import { moveDesk } from "../../lib/db/move/move-desk.ts";

const USAGE = `usage: exitdesk move postgresql://USER:PASSWORD@HOST/DATABASE
       exitdesk move file:/path/of/a/new/desk.db
Copies the desk of DATABASE_URL into an empty database on a PostgreSQL server, or from there into a new SQLite file. Stop the
desk first. Every row is read from the new place and compared before anything is kept; cut off, it can be begun again.
`;

/** `exitdesk move`: exit status 0 moved, 1 refused or failed, 2 wrong usage. */
export async function moveCommand(args: string[]): Promise<number> {
  const [to, ...rest] = args;
  if (to === undefined || rest.length > 0 || !/^(file:|postgres(ql)?:)/.test(to)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const from = readEnv().DATABASE_URL;
  const root = `${import.meta.dirname}/../..`;
  const tell = (text: string) => void process.stdout.write(`${text}\n`);
  const { rows, cases, mails } = await moveDesk({ from, to, root, tell });
  tell(
    `${cases} cases and ${mails} mails moved, ${rows} rows in all, each compared. Start the desk with the new DATABASE_URL; what was copied is still where it was, so start only one of them.`,
  );
  tell(
    `content.keys and secret.key stay files and are not moved: the new desk reads them in ${contentKeysFolder(to)}.`,
  );
  return 0;
}
