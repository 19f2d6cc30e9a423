import {
  addContentKey,
  contentKeysFolder,
  readContentKeys,
} from "../../lib/config/content-keys.ts";
import { readEnv } from "../../lib/config/env.ts";

const USAGE = `usage: exitdesk keys list    the keys mails are encrypted with, the one in use first
       exitdesk keys new     puts a new one in front; the desk encrypts everything anew after its next start
`;

/** `exitdesk keys`: ids only, never a key. Exit status 0 when done, 2 for wrong usage. */
export async function keysCommand(args: string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (rest.length > 0 || (verb !== "list" && verb !== "new")) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folder = contentKeysFolder(readEnv().DATABASE_URL);
  const keys = verb === "new" ? addContentKey(folder) : readContentKeys(folder);
  for (const id of keys.byId.keys())
    process.stdout.write(`${id}${id === keys.current ? "  in use" : ""}\n`);
  if (verb === "new")
    process.stdout.write(
      "Start the desk anew now. Keep the older keys: backups made before are opened with them.\n",
    );
  return await Promise.resolve(0);
}
