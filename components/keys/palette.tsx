import type { KeyWords, NamedKey, NamedPlace } from "./named-key.ts";
import { Sheet } from "./sheet.tsx";

/** Given once here and not on each line: they are on every page. */
const LINES =
  "flex flex-col [&_a]:flex [&_a]:justify-between [&_a]:gap-4 [&_a]:rounded-field [&_a]:px-2 [&_a]:py-1.5 [&_a:hover]:bg-base-200 [&_a:focus]:bg-base-200 [&_span+span]:text-sm [&_span+span]:opacity-80";

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
      <ul className={LINES}>
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
      <a href={href}>
        <span>{children}</span>
        {note ? <span>{note}</span> : null}
      </a>
    </li>
  );
}
