import { readFile } from "node:fs/promises";
import path from "node:path";
import { type FoundMail, readMails } from "@/lib/intake/files.ts";

/** The sample mailbox that ships with the desk: mails written by us, to documentation addresses. */
export async function readSample(): Promise<{ mails: AsyncIterable<FoundMail>; relays: string }> {
  const folder = path.join(process.cwd(), "bin", "sample-mailbox");
  return {
    mails: readMails(folder),
    relays: await readFile(path.join(folder, "relays.json"), "utf8"),
  };
}
