import type { ChecklistItem } from "@/lib/cases/case.ts";

/** Points a person confirms before a grave letter goes; never filled in beforehand. */
export function Checklist({ title, items }: { title: string; items: ChecklistItem[] }) {
  if (items.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2 rounded-box border border-l-4 border-error px-4 py-3">
      <legend className="px-1 text-sm font-semibold">{title}</legend>
      {items.map((item) => (
        <label key={item.id} className="flex items-start gap-3">
          <input type="checkbox" name="confirmed" value={item.id} className="checkbox mt-0.5" />
          <span>{item.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
