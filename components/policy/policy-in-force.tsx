import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayPolicy } from "@/lib/cases/relay-policy.ts";

const MAX_LINES = 500;

/** Whose policy it is, from when to when, and who says so. */
export function PolicyInForce({ known, now }: { known: RelayPolicy; now: number }) {
  const { relay, at, inForce, gap, lines } = known;
  return (
    <>
      {gap === null ? null : <Notice kind="warning">{gap}</Notice>}
      {inForce === null ? null : (
        <div className="text-sm">
          <p>
            {rich(words().policy.inForce, {
              strong: <strong>{relay.nickname}</strong>,
              at: at === now ? words().policy.now : words().policy.at,
              atb: at === now ? null : <UtcTime at={at} />,
              when: <UtcTime at={inForce.from} />,
              inForce: inForce.to === null ? words().policy.now : <UtcTime at={inForce.to} />,
              source: inForce.source,
              whenb: <UtcTime at={inForce.learnedAt} />,
            })}
          </p>
          <details className="mt-1">
            <summary className="cursor-pointer">{words().policy.linesLearnt}</summary>
            <ol className="mt-1 list-decimal pl-8">
              {lines.slice(0, MAX_LINES).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a torrc may say the same twice, and its number is what counts.
                <li key={index}>
                  <code className="break-all">{line}</code>
                </li>
              ))}
            </ol>
          </details>
        </div>
      )}
    </>
  );
}
