/** `2026-03-01` as its beginning in UTC; null for an empty text, undefined for anything else. */
export function dayStart(text: string): number | null | undefined {
  const day = text.trim();
  if (day === "") return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && at >= 0 ? at : undefined;
}
