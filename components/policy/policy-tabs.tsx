import Link from "next/link";

export type PolicyTab = "try" | "what-if" | "exits" | "mitigations";
const TABS: { tab: PolicyTab; href: string; label: string }[] = [
  { tab: "try", href: "/policy", label: "Try a policy" },
  { tab: "what-if", href: "/policy/what-if", label: "What would a line close?" },
  { tab: "mitigations", href: "/mitigations", label: "Mitigations" },
  { tab: "exits", href: "/policy/exits", label: "Exits that reach a target" },
];

/** The questions about exit policies and what was closed, each a page. */
export function PolicyTabs({ current }: { current: PolicyTab }) {
  return (
    <nav aria-label="Policy" className="mb-4 flex flex-wrap gap-1 border-b border-base-300">
      {TABS.map(({ tab, href, label }) => (
        <Link
          key={tab}
          href={href}
          prefetch={false}
          aria-current={tab === current ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 hover:bg-base-200 aria-[current=page]:border-primary aria-[current=page]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
