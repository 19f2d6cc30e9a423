import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Strike, StrikeKind } from "@/lib/relays/strike.ts";
import { NumberedLines } from "./numbered-lines.tsx";

function names(): Record<StrikeKind, string> {
  return {
    tenure: words().relays.kindAddress,
    policy: words().relays.kindPolicy,
    uptime: words().relays.running,
  };
}

type Props = {
  strikes: (Strike & { id: string; at: number; by: string })[];
  /** Null for those who may not undo. */
  undo: ErrorAction | null;
  hidden: Record<string, string | number>;
};

/** What a person struck out of the history, with the way back; nothing when there is none. */
export function StruckList({ strikes, undo, hidden }: Props) {
  if (strikes.length === 0) return null;
  return (
    <div id="struck">
      <Card title={words().relays.struckOut}>
        <ul className="flex flex-col gap-4 text-sm">
          {strikes.map((strike) => (
            <li key={strike.id} className="border-l-4 border-base-300 pl-3">
              <s>
                {names()[strike.kind]}{" "}
                {strike.kind === "tenure" ? <code>{strike.what}</code> : null}
                <span className="block">
                  {rich(words().relays.struckFromTo, {
                    when: <UtcTime at={strike.from} />,
                    strike: strike.to === null ? words().relays.now : <UtcTime at={strike.to} />,
                  })}
                </span>
              </s>
              <span className="block opacity-80">
                {rich(words().relays.struckBy, { by: strike.by, when: <UtcTime at={strike.at} /> })}
              </span>
              {strike.kind === "policy" ? (
                <details>
                  <summary className="cursor-pointer">{words().relays.itsLines}</summary>
                  <NumberedLines lines={strike.what.split("\n")} />
                </details>
              ) : null}
              {undo === null ? null : (
                <div className="mt-1">
                  <ActionForm action={undo} hidden={{ ...hidden, strikeId: strike.id }} inline>
                    <Button>{words().relays.undo}</Button>
                  </ActionForm>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
