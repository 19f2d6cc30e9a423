import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

export type PortalField = { name: string; label: string; text: string };
type Props = { place: string | null; fields: readonly PortalField[] };

/** What to copy into the provider's form, a field each. Its address is text: the desk never opens it. */
export function PortalFields({ place, fields }: Props) {
  return (
    <div className="flex flex-col gap-3" data-portal>
      {place === null ? null : (
        <p className="text-sm">
          Their form, to be opened by you:{" "}
          <code className="[overflow-wrap:anywhere] select-all">{place}</code>
        </p>
      )}
      {fields.map(({ name, label, text }) =>
        text.includes("\n") ? (
          <TextArea
            key={name}
            id={`portal-${name}`}
            name={name}
            label={label}
            defaultValue={text}
            rows={6}
            readOnly
          />
        ) : (
          <Field
            key={name}
            id={`portal-${name}`}
            name={name}
            label={label}
            defaultValue={text}
            readOnly
          />
        ),
      )}
    </div>
  );
}
