import Link from "next/link";
import { words } from "@/components/words/words.ts";

const TABS = [
  { tab: "figures", href: "/reports" },
  { tab: "transparency", href: "/reports/transparency" },
] as const;

/** The figures for the desk itself, and the report for everybody. */
export function ReportTabs({ current }: { current: (typeof TABS)[number]["tab"] }) {
  const { tabs } = words().reports;
  return (
    <nav aria-label={tabs.label} className="mb-4 flex flex-wrap gap-1 border-b border-base-300">
      {TABS.map(({ tab, href }) => (
        <Link
          key={tab}
          href={href}
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
