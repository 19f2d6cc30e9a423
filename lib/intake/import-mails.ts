import type { Arrival, Received } from "./arrival.ts";
import type { FoundMail } from "./files.ts";

/** One transaction holds this many mails or bytes: few commits, flat memory. */
const BATCH_MAILS = 200;
const BATCH_BYTES = 8 * 1024 * 1024;

export type ImportFigures = { read: number; added: number; known: number; notTaken: number };
export type ImportShell = {
  store: (arrivals: Arrival[]) => Promise<Received[]>;
  quarantine: (mail: { source: string; problem: string; archive: boolean }) => Promise<void>;
  /** After each batch on the disk. */
  onBatch: (figures: ImportFigures) => void;
};

/**
 * Takes mails into the desk, batch by batch. It may be stopped anywhere and run again: what is there already is known by
 * its bytes and not taken twice. `archive`: closed history, nothing is answered.
 */
export async function importMails(
  mails: AsyncIterable<FoundMail>,
  shell: ImportShell,
  archive: boolean,
): Promise<ImportFigures> {
  const figures = { read: 0, added: 0, known: 0, notTaken: 0 };
  let batch: Arrival[] = [];
  let bytes = 0;
  const flush = async () => {
    for (const { isNew } of batch.length > 0 ? await shell.store(batch) : []) {
      if (isNew) figures.added += 1;
      else figures.known += 1;
    }
    batch = [];
    bytes = 0;
    shell.onBatch(figures);
  };
  for await (const mail of mails) {
    figures.read += 1;
    if (mail.problem !== undefined) {
      await shell.quarantine({ source: mail.name, problem: mail.problem, archive });
      figures.notTaken += 1;
      continue;
    }
    batch.push({ raw: mail.raw, via: "import", at: null, source: mail.name, archive });
    bytes += mail.raw.length;
    if (batch.length >= BATCH_MAILS || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
  return figures;
}
