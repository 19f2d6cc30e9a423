import Link from "next/link";
import type { ReactNode } from "react";
import { PRODUCT } from "@/components/words/product.ts";
import { words } from "@/components/words/words.ts";

export type Room = "queue" | "relays" | "policy" | "rules" | "mailboxes" | "settings";
const ROOMS: { room: Room; href: string }[] = [
  { room: "queue", href: "/queue" },
  { room: "relays", href: "/relays" },
  { room: "policy", href: "/policy" },
  { room: "rules", href: "/rules" },
  { room: "mailboxes", href: "/mailboxes" },
  { room: "settings", href: "/settings" },
];

/** The frame of every page of a signed-in operator: skip link, navigation, sign-out, content. */
export function Shell({
  room,
  signOut,
  children,
}: {
  room: Room | null;
  signOut: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <a
        href="#content"
        className="btn btn-primary absolute top-2 left-2 z-10 -translate-y-20 focus:translate-y-0"
      >
        {words().frame.skip}
      </a>
      <header className="border-base-300 border-b">
        <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
          <Link href="/queue" prefetch={false} className="text-lg font-semibold">
            {PRODUCT}
          </Link>
          <nav aria-label={words().frame.main} className="flex flex-wrap gap-1">
            {ROOMS.map((entry) => (
              <Link
                key={entry.room}
                href={entry.href}
                prefetch={false}
                aria-current={entry.room === room ? "page" : undefined}
                className="rounded-field px-3 py-1.5 hover:bg-base-200 aria-[current=page]:bg-base-200 aria-[current=page]:font-semibold"
              >
                {words().nav[entry.room]}
              </Link>
            ))}
          </nav>
          <div className="ml-auto">{signOut}</div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-[110rem] px-4 py-6">
        {children}
      </main>
    </>
  );
}
