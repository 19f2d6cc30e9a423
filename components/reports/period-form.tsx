import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { RelayChoice } from "@/lib/cases/relay-policy.ts";
import type { BucketUnit, Period, PeriodChoice } from "@/lib/reports/period.ts";
import { dayText } from "@/lib/reports/period.ts";

type Props = {
  relays: readonly RelayChoice[];
  choice: PeriodChoice;
  period: Period;
  relayId: string | null;
  /** Null: as it fits. */
  unit: BucketUnit | null;
  /** As typed. */
  close: string;
};

/** What the figures are counted of. Asks by GET, so that a report has an address. */
export function PeriodForm({ relays, choice, period, relayId, unit, close }: Props) {
  const { form } = words().reports;
  const periods = ["30", "90", "365"].map((count) => ({
    value: count,
    label: fill(form.last, { count }),
  }));
  const names = relays.map(({ id, nickname, fingerprint }) => ({
    value: id,
    label: `${nickname} ${fingerprint.slice(0, 8)}`,
  }));
  return (
    <form action="/reports" className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Select
          name="days"
          label={form.period}
          options={[...periods, { value: "own", label: form.own }]}
          defaultValue={choice}
        />
        <Field
          name="from"
          label={form.from}
          type="date"
          defaultValue={dayText(period.from)}
          hint={form.ownHint}
        />
        <Field name="to" label={form.to} type="date" defaultValue={dayText(period.to)} />
        <Select
          name="relay"
          label={form.relay}
          options={[{ value: "", label: form.allRelays }, ...names]}
          defaultValue={relayId ?? ""}
        />
        <Select
          name="unit"
          label={form.unit}
          options={[
            { value: "", label: form.usual },
            { value: "week", label: form.week },
            { value: "month", label: form.month },
          ]}
          defaultValue={unit ?? ""}
        />
        <Field
          name="close"
          label={form.close}
          hint={form.closeHint}
          defaultValue={close}
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <div>
        <Button look="primary">{form.submit}</Button>
      </div>
    </form>
  );
}
