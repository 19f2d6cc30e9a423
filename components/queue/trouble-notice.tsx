import { Notice } from "@/components/ui/notice.tsx";
import type { Trouble } from "@/lib/cases/trouble-store.ts";

/** Says on the queue what keeps mail from coming in or going out, and where it is mended. */
export function TroubleNotice({ trouble }: { trouble: Trouble }) {
  if (trouble.mailboxes.length + trouble.letters.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {trouble.mailboxes.map((mailbox) => (
        <Notice key={mailbox.name} kind="error">
          The mailbox {mailbox.name} does not work: {mailbox.text}{" "}
          <a className="link" href="/mailboxes">
            See the mailboxes
          </a>
        </Notice>
      ))}
      {trouble.letters.map((letter) => (
        <Notice key={letter.id} kind="error">
          {letter.state === "failed"
            ? "A letter was not delivered: "
            : "Nobody can know whether a letter arrived: "}
          <a className="link break-words" href={`/cases/${letter.caseId}`}>
            {letter.subject}
          </a>
        </Notice>
      ))}
    </div>
  );
}
