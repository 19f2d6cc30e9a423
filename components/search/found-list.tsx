import { readersTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { FoundText } from "@/lib/search/find-texts-store.ts";
import { FoundRows } from "./found-rows.tsx";

/** Cases with their texts below them; neighbours of one case stand together. */
export function FoundList({ texts }: { texts: readonly FoundText[] }) {
  const { states, kinds, sealed } = words().search;
  const groups = byCase(texts).map(([first, ...more]) => ({
    caseId: first.caseId,
    title: first.title,
    ref: first.ref,
    state: states[first.state],
    sealed: first.sealed ? sealed : undefined,
    texts: [first, ...more].map(({ id, kind, at, snippet }) => ({
      id,
      kind: kinds[kind],
      at,
      local: readersTime(at) ?? undefined,
      snippet,
    })),
  }));
  return <FoundRows groups={groups} />;
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
