import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import { CALENDAR_PERIODS, type CalendarPeriod } from "@/lib/reports/calendar-period.ts";
import { dayText, type Period } from "@/lib/reports/period.ts";
import type { ReportLanguage } from "@/lib/reports/transparency-words.ts";

type Props = { choice: CalendarPeriod | "own"; period: Period; language: ReportLanguage };

/** Which period the published report is of, and its language. Asks by GET. */
export function CalendarForm({ choice, period, language }: Props) {
  const { form, transparency } = words().reports;
  const { languages, calendar } = transparency;
  return (
    <form action="/reports/transparency" className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="period"
          label={form.period}
          options={[...CALENDAR_PERIODS, "own" as const].map((value) => ({
            value,
            label: calendar[value],
          }))}
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
          name="language"
          label={transparency.language}
          options={[
            { value: "en", label: languages.en },
            { value: "de", label: languages.de },
          ]}
          defaultValue={language}
        />
      </div>
      <div>
        <Button look="primary">{transparency.show}</Button>
      </div>
    </form>
  );
}
