import type { Behind } from "@/lib/reports/behind.ts";
import { dayText, type Period } from "@/lib/reports/period.ts";

/** Which cases a page or a file is about. */
export type About = { period: Period; relayId: string | null; behind?: Behind };

/** The address of a report page or file about these cases; further parameters follow. */
export function reportLink(
  path: string,
  { period, relayId, behind = {} }: About,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams({ from: dayText(period.from), to: dayText(period.to) });
  if (relayId !== null) query.set("relay", relayId);
  for (const [name, value] of Object.entries(behind))
    if (value !== undefined) query.set(name, value === null ? "none" : String(value));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}?${query}`;
}

/** The list of the cases behind a figure. */
export function casesLink(about: About, behind: Behind = {}): string {
  return reportLink("/reports/cases", { ...about, behind: { ...about.behind, ...behind } });
}
