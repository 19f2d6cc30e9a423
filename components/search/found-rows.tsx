"use client";
import Link from "next/link";
import { Badge } from "@/components/ui/badge.tsx";
import { PlainTime } from "@/components/ui/plain-time.tsx";
import type { Snippet } from "@/lib/search/snippet.ts";
import { Marked } from "./marked.tsx";

/** A case that was found, in the reader's words; `sealed`: the word for it. */
export type FoundGroup = {
  caseId: string;
  title: string;
  ref: string;
  state: string;
  sealed: string | undefined;
  texts: { id: string; kind: string; at: number; local: string | undefined; snippet: Snippet }[];
};

/** What was found. A client component for the reason `RowList` is one. */
export function FoundRows({ groups }: { groups: FoundGroup[] }) {
  return (
    <ol className="found flex flex-col gap-4">
      {groups.map(({ caseId, title, ref, state, sealed, texts }) => (
        <li key={caseId}>
          <Link href={`/cases/${caseId}`} prefetch={false} data-row className="font-semibold">
            {title}
          </Link>{" "}
          <span className="font-mono text-sm">{ref}</span> <Badge>{state}</Badge>{" "}
          {sealed === undefined ? null : <Badge tone="warning">{sealed}</Badge>}
          {texts.map(({ id, kind, at, local, snippet }) => (
            <p key={id} className="text-sm break-words">
              {`${kind}, `}
              <PlainTime at={at} />
              {local === undefined ? ": " : ` (${local}): `}
              <Marked snippet={snippet} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
