import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { RelayPolicy } from "@/lib/cases/relay-policy.ts";

/** Whose policy it is, from when to when, and who says so. */
export function PolicyInForce({ known, now }: { known: RelayPolicy; now: number }) {
  const { relay, at, inForce, gap } = known;
  return (
    <>
      {gap === null ? null : <Notice kind="warning">{gap}</Notice>}
      {inForce === null ? null : (
        <p className="text-sm">
          Policy of <strong>{relay.nickname}</strong> {at === now ? "now" : "at "}
          {at === now ? null : <UtcTime at={at} />}: in force from <UtcTime at={inForce.from} /> to{" "}
          {inForce.to === null ? "now" : <UtcTime at={inForce.to} />}, {inForce.source}, learnt{" "}
          <UtcTime at={inForce.learnedAt} />.
        </p>
      )}
    </>
  );
}
