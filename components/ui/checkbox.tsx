"use client";
type Props = { name: string; label: string; checked: boolean; value?: string };

/** A box to tick with its label; not ticked it is not sent. */
export function Checkbox({ name, label, checked, value = "yes" }: Props) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name={name}
        value={value}
        className="checkbox checkbox-sm shrink-0"
        defaultChecked={checked}
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
    </label>
  );
}
