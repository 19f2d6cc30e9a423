import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Trouble } from "@/lib/cases/trouble-store.ts";

/** Says on the queue what keeps mail from coming in or going out, and where it is mended. */
export function TroubleNotice({ trouble }: { trouble: Trouble }) {
  if (trouble.mailboxes.length + trouble.letters.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {trouble.mailboxes.map((mailbox) => (
        <Notice key={mailbox.name} kind="error">
          {rich(words().queue.mailboxBroken, {
            name: mailbox.name,
            text: mailbox.text,
            link: (
              <a className="link" href="/mailboxes">
                {words().queue.seeMailboxes}
              </a>
            ),
          })}
        </Notice>
      ))}
      {trouble.letters.map((letter) => (
        <Notice key={letter.id} kind="error">
          {letter.state === "failed" ? words().queue.notDelivered : words().queue.unknownArrival}
          <a className="link break-words" href={`/cases/${letter.caseId}`}>
            {letter.subject}
          </a>
        </Notice>
      ))}
    </div>
  );
}
