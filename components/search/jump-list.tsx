import Link from "next/link";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Jump } from "@/lib/search/jump-store.ts";

/** The cases and relays that were named exactly. */
export function JumpList({ jumps }: { jumps: readonly Jump[] }) {
  if (jumps.length === 0) return null;
  const { jumps: title, jumpCase, jumpRelay } = words().search;
  return (
    <section aria-labelledby="jumps" className="mb-4">
      <h2 id="jumps" className="font-semibold">
        {title}
      </h2>
      <ul className="ml-4 list-disc">
        {jumps.map(({ kind, id, name }) => (
          <li key={id}>
            <Link
              href={kind === "case" ? `/cases/${id}` : `/relays/${id}`}
              prefetch={false}
              data-row
            >
              {fill(kind === "case" ? jumpCase : jumpRelay, { name })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
