import Link from "next/link";
import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { FoundText } from "@/lib/search/find-texts-store.ts";
import { Marked } from "./marked.tsx";

/** Cases with their texts below them; neighbours of one case stand together. */
export function FoundList({ texts }: { texts: readonly FoundText[] }) {
  return (
    <ol className="found flex flex-col gap-4">
      {byCase(texts).map(([first, ...more]) => (
        <li key={first.id}>
          <Link href={`/cases/${first.caseId}`} prefetch={false} data-row className="font-semibold">
            {first.title}
          </Link>{" "}
          <span className="font-mono text-sm">{first.ref}</span>{" "}
          <Badge>{words().search.states[first.state]}</Badge>{" "}
          {first.sealed ? <Badge tone="warning">{words().search.sealed}</Badge> : null}
          {[first, ...more].map((text) => (
            <p key={text.id} className="text-sm break-words">
              {words().search.kinds[text.kind]}, <UtcTime at={text.at} />:{" "}
              <Marked snippet={text.snippet} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

type Group = [FoundText, ...FoundText[]];

function byCase(texts: readonly FoundText[]): Group[] {
  const groups = new Map<string, Group>();
  for (const text of texts) {
    const group = groups.get(text.caseId);
    if (group) group.push(text);
    else groups.set(text.caseId, [text]);
  }
  return [...groups.values()];
}
