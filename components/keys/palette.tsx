import type { KeyWords, NamedKey, NamedPlace } from "./named-key.ts";
import { Sheet } from "./sheet.tsx";

type Props = { keys: readonly NamedKey[]; places: readonly NamedPlace[]; said: KeyWords };

/** Everything there is to go to: the parts of this page, then the pages. Links, so that it needs no script. */
export function Palette({ keys, places, said }: Props) {
  return (
    <Sheet id="palette" opener={said.palette} title={said.paletteTitle} close={said.close}>
      <input
        id="palette-find"
        type="search"
        className="input mb-2 w-full"
        aria-label={said.paletteFind}
        placeholder={said.paletteFind}
        autoComplete="off"
      />
      <ul className="flex flex-col">
        {keys.map(({ keys: stroke, act, target, does }) => {
          const id = act === "focus" ? target.split("#")[1] : undefined;
          return id && does ? (
            <Line key={id} href={`#${id}`} note={`${said.here} ${stroke}`}>
              {does}
            </Line>
          ) : null;
        })}
        {places.map(({ href, keys: strokes, name }) => (
          <Line key={href} href={href} note={strokes}>
            {name}
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
