import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import type { Mitigation } from "@/lib/cases/mitigation.ts";

type Props = { one: Mitigation; csrf: string; end: ErrorAction };

/** Ends a mitigation, in the words that fit how it came into force. */
export function EndForm({ one, csrf, end }: Props) {
  if (one.state !== "proposed" && one.state !== "active" && !one.mustComeOut) return null;
  return (
    <ActionForm action={end} hidden={{ csrf, id: one.id }}>
      <div>
        <Button>{label(one)}</Button>
      </div>
    </ActionForm>
  );
}

function label({ state, how }: Mitigation): string {
  if (state === "proposed") return words().mitigations.drop;
  return how === "control" ? words().mitigations.takeOut : words().mitigations.tookOut;
}
