export type RelayChoice = { id: string; nickname: string };
type Props = {
  id: string;
  label: string;
  hint: string;
  relays: RelayChoice[];
  chosen: readonly string[];
};

/** Several of the relays; none when nothing is marked. */
export function RelaySelect({ id, label, hint, relays, chosen }: Props) {
  if (relays.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        name="relays"
        multiple
        size={Math.min(relays.length, 6)}
        defaultValue={[...chosen]}
        aria-describedby={`${id}-hint`}
        className="select h-auto w-full bg-none"
      >
        {relays.map((relay) => (
          <option key={relay.id} value={relay.id}>
            {relay.nickname}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-sm opacity-80">
        {hint}
      </p>
    </div>
  );
}
