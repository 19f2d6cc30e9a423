import Link from "next/link";
import type { ReactNode } from "react";
import { KeyHelp } from "@/components/keys/key-help.tsx";
import { isSingle, keysOf, type Screen } from "@/components/keys/key-table.ts";
import { Keys } from "@/components/keys/keys.tsx";
import { Palette } from "@/components/keys/palette.tsx";
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
      <PageKeys room={room} places={places} screen={screen} allKeys={allKeys} />
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

/** The keys of the page, what they are, and what can be gone to. */
function PageKeys({ room, places, screen, allKeys }: Places & Pick<Props, "screen" | "allKeys">) {
  const keys = keysOf(screen).filter((key) => allKeys || !isSingle(key));
  const up = places.find(({ place }) => place === room)?.href ?? "/queue";
  const pressed = keys.map(({ keys, act, target }) => ({
    keys,
    act,
    target: act === "up" ? up : target,
  }));
  const pages = places.flatMap(({ keys, href }) =>
    keys && allKeys ? [{ keys, act: "go" as const, target: href }] : [],
  );
  return (
    <footer className="mx-auto flex max-w-[110rem] flex-wrap gap-2 px-4 pb-6">
      <Palette keys={keys} places={places} />
      <KeyHelp keys={keys} />
      <Keys keys={[...pressed, ...pages]} start={allKeys} />
    </footer>
  );
}
