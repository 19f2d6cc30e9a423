/** Looked for in this order: each names itself and those it descends from. */
const BROWSERS: readonly (readonly [mark: string, name: string])[] = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chromium"],
  ["Safari/", "Safari"],
  ["curl/", "curl"],
];
const SYSTEMS: readonly (readonly [mark: string, name: string])[] = [
  ["Android", "Android"],
  ["iPhone", "iOS"],
  ["iPad", "iOS"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
];

/**
 * Browser and system in two words, "Firefox, Linux": enough to know one's own sessions apart. Versions are not kept: they
 * would only make a person recognisable. Empty when neither is known.
 */
export function browserName(userAgent: string | null): string {
  const header = (userAgent ?? "").slice(0, 500);
  const named = [BROWSERS, SYSTEMS].flatMap(
    (table) => table.find(([mark]) => header.includes(mark))?.[1] ?? [],
  );
  return named.join(", ");
}
