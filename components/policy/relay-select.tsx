import { words } from "@/components/words/words.ts";
import type { RelayChoice } from "@/lib/cases/relay-policy.ts";

type Props = {
  relays: readonly RelayChoice[];
  chosen: string | null;
  /** What no relay means; without it one must be chosen. */
  none?: string;
};

/** A choice of a relay; two of the same name are told apart by their fingerprint. */
export function RelaySelect({ relays, chosen, none }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="field-relay" className="text-sm font-medium">
        {words().policy.relay}
      </label>
      <select name="relay" id="field-relay" defaultValue={chosen ?? ""} className="select w-full">
        {none === undefined ? null : <option value="">{none}</option>}
        {relays.map(({ id, nickname, fingerprint }) => (
          <option key={id} value={id}>
            {nickname} {fingerprint.slice(0, 8)}
          </option>
        ))}
      </select>
    </div>
  );
}
