import type { ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { ComplaintView } from "@/lib/cases/case.ts";
import type { FactView } from "@/lib/cases/fact-view.ts";
import { CorrectionList } from "./correction-list.tsx";
import { FactList } from "./fact-list.tsx";
import { FactPanels } from "./fact-panels.tsx";
import { factRows } from "./fact-rows.ts";
import { HighlightedText, MarkedText } from "./highlighted-text.tsx";
import { highlightsIn } from "./highlights.ts";
import { SenderStanding } from "./sender-standing.tsx";
import { type ShownFacts, shownFacts } from "./shown-facts.ts";

type Props = {
  complaint: ComplaintView;
  /** Its facts, and its sender as one text they may stand in. */
  facts: FactView[];
  sender: string | null;
  /** Of the case; what corrections are made against. */
  version: number;
  /** The panel of a fact the address asks for: its number, `add`, `zone`. */
  asked: string | null;
  /** May its HTML be looked at? Not when the case is about child abuse material. */
  framed: boolean;
  wrap: boolean;
  wrapHref: string;
  correct: ErrorAction;
  undo: ErrorAction;
  /** Goes with every correction; null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** What they say: who wrote when, the facts read out of it, the text with the facts marked, the original to download. */
export function TheySay({
  complaint,
  facts,
  sender,
  version,
  asked,
  framed,
  wrap,
  wrapHref,
  correct,
  undo,
  hidden,
}: Props) {
  const read = complaint.triage.complaint;
  const { message } = read;
  const form = hidden && { action: correct, hidden: { ...hidden, complaintId: complaint.id } };
  const shown = shownFacts(facts, complaint.id, version);
  return (
    <Card title={words().casePage.theySay} aside={<Badge>{read.format}</Badge>}>
      <Sender complaint={complaint} facts={facts} sender={sender} shown={shown} />
      <FactList rows={factRows(complaint, facts)} shown={shown} />
      <FactPanels shown={shown} asked={asked} form={form} zoneless={hasZoneless(complaint)} />
      <CorrectionList
        corrections={complaint.corrections}
        undo={undo}
        hidden={form?.hidden ?? null}
      />
      {read.problems.map((problem) => (
        <Notice key={problem.code + problem.text} kind="warning">
          {problem.text}
        </Notice>
      ))}
      <div className="mt-4">
        <HighlightedText
          text={message.body}
          highlights={highlightsIn(facts, "body")}
          shown={shown}
          wrap={wrap}
        />
      </div>
      <OtherTexts complaint={complaint} facts={facts} shown={shown} wrap={wrap} />
      {message.hasHtml && framed ? <HtmlFrame complaintId={complaint.id} /> : null}
      {framed ? null : <p className="mt-3 text-sm">{words().casePage.bare}</p>}
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <a href={wrapHref}>{wrap ? words().casePage.noWrap : words().casePage.wrap}</a>
        <a href={`/api/complaints/${complaint.id}/raw`} data-raw>
          {rich(words().casePage.download, { rawSize: complaint.rawSize })}
        </a>
      </p>
      <p className="mt-1 text-xs break-all opacity-80">SHA-256 {complaint.rawSha256}</p>
    </Card>
  );
}

/** Loaded only when it is opened: a lazy frame in a closed fold is not fetched. */
function HtmlFrame({ complaintId }: { complaintId: string }) {
  const { asHtml, htmlFrame } = words().casePage;
  return (
    <details className="mt-3" data-html>
      <summary className="cursor-pointer text-sm font-medium">{asHtml}</summary>
      <iframe
        src={`/api/complaints/${complaintId}/html`}
        title={htmlFrame}
        sandbox=""
        loading="lazy"
        className="mt-2 h-96 w-full rounded-field border border-base-300 bg-base-100"
      />
    </details>
  );
}

type SenderProps = Pick<Props, "complaint" | "facts" | "sender"> & { shown: ShownFacts };

function Sender({ complaint, facts, sender, shown }: SenderProps) {
  const { message, forwardedBy } = complaint.triage.complaint;
  return (
    <>
      <p className="font-medium break-words">
        <MarkedText
          text={message.subject || words().casePage.noSubject}
          highlights={highlightsIn(facts, "subject")}
          shown={shown}
        />
      </p>
      <p className="mt-1 text-sm break-words">
        {sender === null ? (
          words().casePage.noSender
        ) : (
          <MarkedText text={sender} highlights={highlightsIn(facts, "from")} shown={shown} />
        )}{" "}
        · <UtcTime at={complaint.receivedAt} />
        {forwardedBy ? fill(words().casePage.passedOnBy, { forwardedBy }) : ""}
      </p>
      <SenderStanding complaint={complaint} />
    </>
  );
}

/** A time whose zone the mail does not state, or whose zone a person gave. */
function hasZoneless({ triage, corrections }: ComplaintView): boolean {
  return (
    triage.complaint.events.some(
      ({ time }) => time?.zone !== undefined && time.zone !== "stated",
    ) || corrections.some(({ change, undoneBy }) => change.field === "zone" && undoneBy === null)
  );
}

type TextsProps = Pick<Props, "complaint" | "facts" | "wrap"> & { shown: ShownFacts };

function OtherTexts({ complaint, facts, shown, wrap }: TextsProps) {
  const { parts, nested } = complaint.triage.complaint.message;
  const attached = parts.flatMap(({ id, text, filename, contentType, size }) =>
    text === null
      ? []
      : [
          {
            id,
            title: fill(words().casePage.partSize, { contentType: filename ?? contentType, size }),
            text,
          },
        ],
  );
  const originals = nested.map(({ partId, subject, body }) => ({
    id: `nested-${partId}`,
    title: fill(words().casePage.originalInside, {
      subject: subject || words().casePage.noSubject,
    }),
    text: body,
  }));
  return [...attached, ...originals].map(({ id, title, text }) => {
    const highlights = highlightsIn(facts, id);
    return (
      <details key={id} className="mt-3" open={highlights.length > 0}>
        <summary className="cursor-pointer text-sm font-medium break-all">{title}</summary>
        <HighlightedText text={text} highlights={highlights} shown={shown} wrap={wrap} />
      </details>
    );
  });
}
