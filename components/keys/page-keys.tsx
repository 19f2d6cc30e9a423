"use client";
import { KeyHelp } from "./key-help.tsx";
import { Keys } from "./keys.tsx";
import type { KeyWords, NamedKey, NamedPlace } from "./named-key.ts";
import { Palette } from "./palette.tsx";

type Props = {
  keys: NamedKey[];
  places: NamedPlace[];
  said: KeyWords;
  /** Else only those with Ctrl, and Escape. */
  single: boolean;
};

/** The keys of the page, what they are, and what can be gone to; a client component for the reason `RowList` is one. */
export function PageKeys({ keys, places, said, single }: Props) {
  const pages = places.flatMap(({ keys: strokes, href }) =>
    strokes && single ? [{ keys: strokes, act: "go" as const, target: href }] : [],
  );
  return (
    <footer className="mx-auto flex max-w-[110rem] flex-wrap gap-2 px-4 pb-6">
      <Palette keys={keys} places={places} said={said} />
      <KeyHelp keys={keys} said={said} />
      <Keys keys={[...keys, ...pages]} start={single} />
    </footer>
  );
}
