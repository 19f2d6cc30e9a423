import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { visibleTo } from "./visible.ts";

/** Trouble named on the queue; the rest of it is seen when these are mended. */
const MAX_LETTERS = 5;
const NONE = { id: { in: [] } };

export type Trouble = {
  /** Mailboxes that do not work. */
  mailboxes: { name: string; text: string }[];
  /** Letters that failed, or of which nobody knows whether they arrived, in cases not yet done. */
  letters: { id: string; caseId: string; state: "failed" | "unknown"; subject: string }[];
};

/** What stands between this desk and its mail, for whoever looks at the queue. */
export async function readTrouble(db: Db, viewer: Viewer): Promise<Trouble> {
  const [mailboxes, letters] = await Promise.all([
    db.mailbox.findMany({
      where: canSeeDesk(viewer) ? { enabled: true, lastError: { not: null } } : NONE,
      select: { name: true, lastError: true },
      orderBy: { id: "asc" },
    }),
    db.outboxMail.findMany({
      where: {
        state: { in: ["failed", "unknown"] },
        case: { AND: [{ state: { not: "done" } }, visibleTo(viewer)] },
      },
      select: { id: true, caseId: true, state: true, subject: true },
      orderBy: { id: "desc" },
      take: MAX_LETTERS,
    }),
  ]);
  return {
    mailboxes: mailboxes.map(({ name, lastError }) => ({ name, text: lastError ?? "" })),
    letters: letters.map((letter) => ({
      ...letter,
      state: letter.state === "failed" ? "failed" : "unknown",
    })),
  };
}
