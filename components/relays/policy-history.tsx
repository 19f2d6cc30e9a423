import { UtcTime } from "@/components/ui/utc-time.tsx";
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
  striking: Striking;
};

/** The exit policies of the time shown, newest first, with what each changed; a gap between two stands there. */
export function PolicyHistory({ versions, left, isEmpty, now, striking }: Props) {
  if (isEmpty) return <p className="text-sm">Not known. That is not the same as none.</p>;
  if (versions.length === 0) return <p className="text-sm">Nothing in the time shown.</p>;
  const newestFirst = versions.toReversed();
  return (
    <>
      <ol className="flex flex-col gap-5">
        {newestFirst.map((version, index) => (
          <li key={version.number} id={`v${version.number}`}>
            <Hole
              from={version.policy.to}
              to={index === 0 ? null : (newestFirst[index - 1]?.policy.from ?? null)}
            />
            <PolicyVersion version={version} now={now} isNewest={index === 0} striking={striking} />
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <p className="mt-4 text-sm">and {left} older ones: choose a shorter time to see them.</p>
      ) : null}
    </>
  );
}

/** After a version, before the one above it. */
function Hole({ from, to }: { from: number | null; to: number | null }) {
  if (from === null || (to !== null && to <= from)) return null;
  return (
    <p className="mb-5 border-l-4 border-dashed border-warning pl-3 text-sm">
      Policy not known from <UtcTime at={from} /> to {to === null ? "now" : <UtcTime at={to} />}
    </p>
  );
}
