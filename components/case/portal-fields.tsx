import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";

export type PortalField = { name: string; label: string; text: string | null };
type Props = { place: string | null; fields: readonly PortalField[] };

/** What to copy into the provider's form, a field each. Its address is text: the desk never opens it. */
export function PortalFields({ place, fields }: Props) {
  return (
    <div className="flex flex-col gap-3" data-portal>
      {place === null ? null : (
        <p className="text-sm">
          {rich(words().casePage.theirForm, {
            code: <code className="[overflow-wrap:anywhere] select-all">{place}</code>,
          })}
        </p>
      )}
      {fields.map((field) => (
        <OneField key={field.name} {...field} />
      ))}
    </div>
  );
}

function OneField({ name, label, text }: PortalField) {
  const field = { id: `portal-${name}`, name, label, readOnly: true };
  if (text === null)
    return (
      <p className="text-sm">
        {rich(words().casePage.nothingInForce, {
          span: <span className="font-medium">{label}:</span>,
        })}
      </p>
    );
  return text.includes("\n") ? (
    <TextArea {...field} defaultValue={text} rows={6} />
  ) : (
    <Field {...field} defaultValue={text} />
  );
}
