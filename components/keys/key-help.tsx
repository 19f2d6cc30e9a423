import type { KeyWords, NamedKey } from "./named-key.ts";
import { Sheet } from "./sheet.tsx";

/** Given once here and not on each line: they are on every page. */
const LINES =
  "grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm [&>div]:col-span-2 [&>div]:grid [&>div]:grid-cols-subgrid [&>div]:items-baseline [&_span]:flex [&_span]:gap-1 [&_span]:whitespace-nowrap";

/** The keys of this screen; opened by `?` and by a button that needs no script. */
export function KeyHelp({ keys, said }: { keys: readonly NamedKey[]; said: KeyWords }) {
  return (
    <Sheet id="keys-help" opener={said.help} title={said.helpTitle} close={said.close}>
      <dl className={LINES}>
        {keys.map((key) =>
          key.does === null ? null : (
            <div key={key.keys}>
              <dt>
                <Strokes keys={key.keys} />
              </dt>
              <dd>{key.does}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="mt-4 text-sm">{said.helpTyping}</p>
      <p className="mt-2 text-sm">
        {said.helpHint} <a href="/look">{said.helpOff}</a>
      </p>
    </Sheet>
  );
}

/** `Ctrl+Enter` as two keys pressed together, `g q` as two after each other. */
function Strokes({ keys }: { keys: string }) {
  return (
    <span>
      {keys.split(/[+ ]/).map((stroke) => (
        <kbd key={stroke} className="kbd kbd-sm">
          {stroke === "Y" ? "Shift Y" : stroke}
        </kbd>
      ))}
    </span>
  );
}
