import type { ReactNode } from "react";
import { words } from "@/components/words/words.ts";

/** What the fillings mean, in words. */
export function Legend() {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs">
      <Key name={words().relays.legendKnown}>
        <rect y="2" width="26" height="10" className="fill-accent" />
      </Key>
      <Key name={words().relays.stripUnknown}>
        <rect y="2" width="26" height="10" fill="url(#hatch-unknown)" />
      </Key>
      <Key name={words().relays.legendRunning}>
        <rect y="2" width="26" height="10" className="fill-success" />
      </Key>
      <Key name={words().relays.stripNotRunning}>
        <rect y="9" width="26" height="3" className="fill-error" />
      </Key>
      <Key name={words().relays.legendMany}>
        <rect y="2" width="26" height="10" fill="url(#dots-several)" />
      </Key>
    </ul>
  );
}

function Key({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg width="26" height="14" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
