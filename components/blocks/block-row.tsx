import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Block, BlockState } from "@/lib/blocks/block.ts";

const TONES: Record<BlockState, BadgeTone> = {
  blocked: "warning",
  asked: "info",
  allowed: "good",
  refused: "plain",
  no_answer: "plain",
};

/** One entry of the list: who, how it stands, when to look again. */
export function BlockRow({ block }: { block: Block }) {
  const { blocks } = words();
  const { id, kind, name, status, relays, since, followUpAt, caseId, caseRef } = block;
  return (
    <li className="flex flex-col gap-1 border-base-300 border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          className="link min-w-0 font-medium [overflow-wrap:anywhere]"
          href={`/blocks/networks/${id}`}
        >
          {name}
        </a>
        <span className="text-sm">{blocks.blockKinds[kind]}</span>
        <Badge tone={TONES[status]}>{blocks.states[status]}</Badge>
      </p>
      <p className="text-sm [overflow-wrap:anywhere]">
        {relays.length === 0 ? blocks.networks.all : relays.join(", ")}
        {since === null ? null : ", "}
        {since === null ? null : rich(blocks.since, { when: <UtcTime at={since} /> })}
        {followUpAt === null ? null : ", "}
        {followUpAt === null
          ? null
          : rich(blocks.networks.again, { when: <UtcTime at={followUpAt} /> })}
        {caseId === null ? null : ", "}
        {caseId === null
          ? null
          : rich(blocks.networks.forCase, { link: <a href={`/cases/${caseId}`}>{caseRef}</a> })}
      </p>
    </li>
  );
}
