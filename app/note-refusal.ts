import { countRefusal } from "@/lib/accounts/refused-store.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { errorKind } from "@/lib/worker/error-kind.ts";
import { openDesk } from "./desk.ts";

/**
 * Counts for the audit log that somebody asked for what their role does not allow; `what`: words of ours. A desk that cannot
 * write refuses all the same.
 */
export async function noteRefusal({ userId }: Viewer, what: string): Promise<void> {
  try {
    await countRefusal(openDesk().db, { who: userId, what }, Date.now());
  } catch (error) {
    process.stderr.write(`a refusal was not counted: ${errorKind(error)}\n`);
  }
}
