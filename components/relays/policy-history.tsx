import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { PolicyVersion as Version } from "@/lib/relays/policy-versions-view.ts";
import { PolicyVersion } from "./policy-version.tsx";
import type { Striking } from "./strike-form.tsx";

type Props = {
  versions: Version[];
  /** Versions in the time shown that are not in the list. */
  left: number;
  /** Nothing is known about the policy, at any time. */
  isEmpty: boolean;
  now: number;
  /** The number of the version whose lines are shown, however many they are. */
  open: number | null;
  /** The page with the lines of this version. */
  href: (number: number) => string;
  striking: Striking;
};

/** So few rules stand open at once. */
const SHORT = 16;

/** The exit policies of the time shown, newest first, with what each changed; a gap between two stands there. */
export function PolicyHistory({ versions, left, isEmpty, now, open, href, striking }: Props) {
  if (isEmpty) return <p className="text-sm">{words().relays.notKnown}</p>;
  if (versions.length === 0) return <p className="text-sm">{words().relays.nothingShown}</p>;
  const newestFirst = versions.toReversed();
  const [newest] = newestFirst;
  const short = newest && newest.effective.length <= SHORT ? newest.number : null;
  return (
    <>
      <ol className="flex flex-col gap-5">
        {newestFirst.map((version) => (
          <li key={version.number} id={`v${version.number}`}>
            <Hole gap={version.gapAfter} />
            <PolicyVersion
              version={version}
              now={now}
              isOpen={version.number === (open ?? short)}
              href={href(version.number)}
              striking={striking}
            />
          </li>
        ))}
      </ol>
      {newestFirst.at(-1)?.number === 1 ? (
        <p className="mt-5 border-l-4 border-dashed border-warning pl-3 text-sm">
          {rich(words().relays.unknownBeforeTime, {
            when: <UtcTime at={newestFirst.at(-1)?.policy.from ?? 0} />,
          })}
        </p>
      ) : null}
      {left > 0 ? <p className="mt-4 text-sm">{rich(words().relays.olderOnes, { left })}</p> : null}
    </>
  );
}

function Hole({ gap }: { gap: Version["gapAfter"] }) {
  if (gap === null) return null;
  return (
    <p className="mb-5 border-l-4 border-dashed border-warning pl-3 text-sm">
      {rich(words().relays.policyUnknown, {
        when: <UtcTime at={gap.from} />,
        gap: gap.to === null ? words().relays.now : <UtcTime at={gap.to} />,
      })}
    </p>
  );
}
