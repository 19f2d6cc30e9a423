import { Badge } from "@/components/ui/badge.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { ComplaintView } from "@/lib/cases/case.ts";
import { FactTable } from "./fact-table.tsx";
import { HighlightedText, MarkedText } from "./highlighted-text.tsx";
import { highlightsIn } from "./highlights.ts";

/** What they say: who wrote when, the facts read out of it, the text with the facts marked, the original to download. */
export function TheySay({
  complaint,
  wrap,
  wrapHref,
}: {
  complaint: ComplaintView;
  wrap: boolean;
  wrapHref: string;
}) {
  const facts = complaint.triage.complaint;
  const { message } = facts;
  return (
    <Card title="What they say" aside={<Badge>{facts.format}</Badge>}>
      <p className="font-medium break-words">
        <MarkedText
          text={message.subject || "(no subject)"}
          highlights={highlightsIn(facts, "subject")}
        />
      </p>
      <p className="mt-1 text-sm break-words">
        {message.from ? `${message.from.name} <${message.from.address}>` : "no sender"} ·{" "}
        <UtcTime at={complaint.receivedAt} />
        {facts.forwardedBy ? ` · passed on by ${facts.forwardedBy}` : ""}
      </p>
      <FactTable complaint={complaint} />
      {facts.problems.map((problem) => (
        <Notice key={problem.code + problem.text} kind="warning">
          {problem.text}
        </Notice>
      ))}
      <div className="mt-4">
        <HighlightedText text={message.body} highlights={highlightsIn(facts, "body")} wrap={wrap} />
      </div>
      {otherTexts(complaint).map((part) => (
        <details key={part.id} className="mt-3" open={highlightsIn(facts, part.id).length > 0}>
          <summary className="cursor-pointer text-sm font-medium break-all">{part.title}</summary>
          <HighlightedText text={part.text} highlights={highlightsIn(facts, part.id)} wrap={wrap} />
        </details>
      ))}
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <a href={wrapHref}>{wrap ? "Do not wrap long lines" : "Wrap long lines"}</a>
        <a href={`/api/complaints/${complaint.id}/raw`}>
          Download the original ({complaint.rawSize} bytes)
        </a>
      </p>
      <p className="mt-1 text-xs break-all opacity-80">SHA-256 {complaint.rawSha256}</p>
    </Card>
  );
}

function otherTexts(complaint: ComplaintView): { id: string; title: string; text: string }[] {
  const { message } = complaint.triage.complaint;
  const parts = message.parts.flatMap((part) =>
    part.text === null
      ? []
      : [
          {
            id: part.id,
            title: `${part.filename ?? part.contentType} (${part.size} bytes)`,
            text: part.text,
          },
        ],
  );
  const originals = message.nested.map((inner) => ({
    id: `nested-${inner.partId}`,
    title: `Original inside: ${inner.subject || "(no subject)"}`,
    text: inner.body,
  }));
  return [...parts, ...originals];
}
