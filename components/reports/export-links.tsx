import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { type About, reportLink } from "./report-link.ts";

/** `more`: what the figures are asked with beside the cases they are of. */
type Props = { about: About; only?: "cases"; more?: Record<string, string> };

/** The figures and the cases behind them as files. */
export function ExportLinks({ about, only, more = {} }: Props) {
  const { exports: texts } = words().reports;
  const forms = (what: "figures" | "cases") => [
    { what, form: "csv" as const, extra: {} },
    { what, form: "bom" as const, extra: { bom: "1" } },
    { what, form: "json" as const, extra: {} },
  ];
  const links = [...(only === "cases" ? [] : forms("figures")), ...forms("cases")];
  return (
    <Card title={texts.title}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ what, form, extra }) => (
          <li key={`${what} ${form}`}>
            <a
              className="link"
              href={reportLink(
                `/api/reports/${what}.${form === "json" ? "json" : "csv"}`,
                about,
                what === "figures" ? { ...more, ...extra } : extra,
              )}
            >
              {fill(texts.link, { what: texts[what], form: texts[form] })}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">{texts.hint}</p>
    </Card>
  );
}
