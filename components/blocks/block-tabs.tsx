import Link from "next/link";
import { words } from "@/components/words/words.ts";

const HREFS = { lists: "/blocks", networks: "/blocks/networks" } as const;

/** Lists that are asked by DNS, and everybody else. */
export function BlockTabs({ current }: { current: keyof typeof HREFS }) {
  const { tabs, title } = words().blocks;
  return (
    <nav aria-label={title} className="mb-4 flex flex-wrap gap-1 border-b border-base-300">
      {(["lists", "networks"] as const).map((tab) => (
        <Link
          key={tab}
          href={HREFS[tab]}
          prefetch={false}
          aria-current={tab === current ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 hover:bg-base-200 aria-[current=page]:border-primary aria-[current=page]:font-semibold"
        >
          {tabs[tab]}
        </Link>
      ))}
    </nav>
  );
}
