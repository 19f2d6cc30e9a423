import { words } from "@/components/words/words.ts";
import type { Key } from "./key-table.ts";
import { Sheet } from "./sheet.tsx";

/** The keys of this screen, drawn by the server; opened by `?` and by a button that needs no script. */
export function KeyHelp({ keys }: { keys: Key[] }) {
  const { help, helpTitle, helpHint, helpTyping, helpOff, does } = words().keys;
  return (
    <Sheet id="keys-help" opener={help} title={helpTitle}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        {keys.map((key) =>
          key.does === null ? null : (
            <div key={key.keys} className="col-span-2 grid grid-cols-subgrid items-baseline">
              <dt>
                <Strokes keys={key.keys} />
              </dt>
              <dd>{does[key.does]}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="mt-4 text-sm">{helpTyping}</p>
      <p className="mt-2 text-sm">
        {helpHint} <a href="/look">{helpOff}</a>
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
