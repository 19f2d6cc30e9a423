import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import type { AuditKind } from "@/lib/accounts/audit-entry.ts";

type Asked = {
  by: string | undefined;
  kind: AuditKind | undefined;
  from: string | undefined;
  to: string | undefined;
};
type Props = { people: readonly { id: string; login: string }[]; asked: Asked };

/** Who, what and when. Asks by GET, so that what is looked at has an address. */
export function AuditFilter({ people, asked }: Props) {
  const { filter, kinds } = words().audit;
  return (
    <form action="/audit" className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="by"
          label={filter.by}
          options={[
            { value: "", label: filter.everybody },
            ...people.map(({ id, login }) => ({ value: id, label: login })),
          ]}
          defaultValue={asked.by ?? ""}
        />
        <Select
          name="kind"
          label={filter.kind}
          options={[
            { value: "", label: filter.everything },
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          ]}
          defaultValue={asked.kind ?? ""}
        />
        <Field name="from" label={filter.from} type="date" defaultValue={asked.from} />
        <Field name="to" label={filter.to} type="date" defaultValue={asked.to} />
      </div>
      <div>
        <Button>{filter.show}</Button>
      </div>
    </form>
  );
}

/** The address of a page of it; null: the newest. */
export function auditLink(asked: Asked, before: number | null): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) params.set(name, value);
  if (before !== null) params.set("before", String(before));
  return `/audit?${params}`;
}
