import Link from "next/link";
import { words } from "@/components/words/words.ts";

export type PolicyTab = "try" | "what-if" | "exits" | "mitigations";
function tabs(): { tab: PolicyTab; href: string; label: string }[] {
  return [
    { tab: "try", href: "/policy", label: words().policy.tabTry },
    { tab: "what-if", href: "/policy/what-if", label: words().policy.tabWhatIf },
    { tab: "mitigations", href: "/mitigations", label: words().policy.tabMitigations },
    { tab: "exits", href: "/policy/exits", label: words().policy.tabExits },
  ];
}

/** The questions about exit policies and what was closed, each a page. */
export function PolicyTabs({ current }: { current: PolicyTab }) {
  return (
    <nav
      aria-label={words().policy.tabs}
      className="mb-4 flex flex-wrap gap-1 border-b border-base-300"
    >
      {tabs().map(({ tab, href, label }) => (
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
