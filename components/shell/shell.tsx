import Link from "next/link";
import type { ReactNode } from "react";
import { isSingle, keysOf, type Screen } from "@/components/keys/key-table.ts";
import { PageKeys } from "@/components/keys/page-keys.tsx";
import { PRODUCT } from "@/components/words/product.ts";
import { words } from "@/components/words/words.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { type DeskPlace, PLACES, type Room } from "./pages.ts";

type Props = {
  room: Room | null;
  viewer: Viewer;
  screen: Screen;
  /** Else only those with Ctrl, and Escape (WCAG 2.1.4). */
  allKeys: boolean;
  signOut: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a signed-in person: skip link, navigation, sign-out, content, keys. */
export function Shell({ room, viewer, screen, allKeys, signOut, children }: Props) {
  const places = PLACES.filter(({ may }) => may(viewer));
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
          <Navigation room={room} places={places} />
          <div className="ml-auto">{signOut}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-[110rem] px-4 py-6">
        {children}
      </main>
      <NamedKeys room={room} places={places} screen={screen} allKeys={allKeys} />
    </>
  );
}

type Places = { room: Room | null; places: DeskPlace[] };

function Navigation({ room, places }: Places) {
  return (
    <nav
      aria-label={words().frame.main}
      className="flex gap-1 max-sm:order-last max-sm:w-full max-sm:overflow-x-auto sm:flex-wrap"
    >
      {places.map((entry) =>
        entry.room ? (
          <Link
            key={entry.place}
            href={entry.href}
            prefetch={false}
            aria-current={entry.place === room ? "page" : undefined}
            className="rounded-field px-3 py-1.5 hover:bg-base-200 aria-[current=page]:bg-base-200 aria-[current=page]:font-semibold"
          >
            {words().keys.places[entry.place]}
          </Link>
        ) : null,
      )}
    </nav>
  );
}

type KeyProps = Places & Pick<Props, "screen" | "allKeys">;

/** What `PageKeys` shows, in the reader's words. */
function NamedKeys({ room, places, screen, allKeys }: KeyProps) {
  const { does, places: names, look: _look, ...said } = words().keys;
  const up = places.find(({ place }) => place === room)?.href ?? "/queue";
  const keys = keysOf(screen)
    .filter((key) => allKeys || !isSingle(key))
    .map((key) => ({
      keys: key.keys,
      act: key.act,
      target: key.act === "up" ? up : key.target,
      does: key.does && does[key.does],
    }));
  const named = places.map(({ place, href, keys: strokes }) => ({
    href,
    keys: strokes,
    name: names[place],
  }));
  return <PageKeys keys={keys} places={named} said={said} single={allKeys} />;
}
