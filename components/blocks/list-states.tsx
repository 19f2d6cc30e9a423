import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import type { ListView } from "@/lib/blocks/blocks-view-store.ts";
import type { TestState } from "@/lib/blocks/look-ups.ts";

const TONES: Record<TestState, BadgeTone> = {
  waiting: "plain",
  sound: "good",
  half: "info",
  refused: "warning",
  broken: "error",
  failed: "warning",
};

/** The lists that are asked, and what their word is worth. */
export function ListStates({ lists }: { lists: readonly ListView[] }) {
  const { blocks } = words();
  return (
    <ul>
      {lists.map((list) => (
        <li
          key={list.id}
          className="flex flex-col gap-1 border-base-300 border-b py-2 last:border-b-0"
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{list.name}</span>
            <span className="font-mono text-sm">{list.zone}</span>
            <Badge tone={TONES[list.test]}>{blocks.tests[list.test]}</Badge>
            <span className="text-sm">
              {list.askedAt === null ? blocks.lists.never : <UtcTime at={list.askedAt} />}
            </span>
            {list.unanswered > 0 ? (
              <span className="text-sm">{plural(list.unanswered, blocks.lists.unanswered)}</span>
            ) : null}
          </p>
          {list.problem ? <p className="max-w-prose text-sm">{list.problem}</p> : null}
          <p className="max-w-prose text-sm">{blocks.listWords[list.id].meaning}</p>
          <p className="text-sm opacity-80 [overflow-wrap:anywhere]">
            {fill(blocks.lists.policy, { url: list.policyUrl })}
          </p>
        </li>
      ))}
    </ul>
  );
}
