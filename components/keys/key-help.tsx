import type { KeyWords, NamedKey } from "./named-key.ts";
import { Sheet } from "./sheet.tsx";

/** The keys of this screen; opened by `?` and by a button that needs no script. */
export function KeyHelp({ keys, said }: { keys: readonly NamedKey[]; said: KeyWords }) {
  return (
    <Sheet id="keys-help" opener={said.help} title={said.helpTitle} close={said.close}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        {keys.map((key) =>
          key.does === null ? null : (
            <div key={key.keys} className="col-span-2 grid grid-cols-subgrid items-baseline">
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
    <span className="flex gap-1 whitespace-nowrap">
      {keys.split(/[+ ]/).map((stroke) => (
        <kbd key={stroke} className="kbd kbd-sm">
          {stroke === "Y" ? "Shift Y" : stroke}
        </kbd>
      ))}
    </span>
  );
}
