import type { DeskPlace } from "@/components/shell/pages.ts";
import { words } from "@/components/words/words.ts";
import type { Key } from "./key-table.ts";
import { Sheet } from "./sheet.tsx";

/** Everything there is to go to: the parts of this page, then the pages. Links, so that it needs no script. */
export function Palette({ keys, places }: { keys: Key[]; places: DeskPlace[] }) {
  const { palette, paletteTitle, paletteFind, here, does } = words().keys;
  return (
    <Sheet id="palette" opener={palette} title={paletteTitle}>
      <input
        id="palette-find"
        type="search"
        className="input mb-2 w-full"
        aria-label={paletteFind}
        placeholder={paletteFind}
        autoComplete="off"
      />
      <ul className="flex flex-col">
        {keys.map(({ keys: stroke, act, target, does: name }) => {
          const id = act === "focus" ? target.split("#")[1] : undefined;
          return id && name ? (
            <Line key={id} href={`#${id}`} note={`${here} ${stroke}`}>
              {does[name]}
            </Line>
          ) : null;
        })}
        {places.map(({ place, href, keys: strokes }) => (
          <Line key={href} href={href} note={strokes}>
            {words().keys.places[place]}
          </Line>
        ))}
      </ul>
    </Sheet>
  );
}

type LineProps = { href: string; note: string | undefined; children: string };

function Line({ href, note, children }: LineProps) {
  return (
    <li>
      <a
        href={href}
        className="flex justify-between gap-4 rounded-field px-2 py-1.5 hover:bg-base-200 focus:bg-base-200"
      >
        <span>{children}</span>
        {note ? <span className="text-sm opacity-80">{note}</span> : null}
      </a>
    </li>
  );
}
