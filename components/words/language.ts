/** The languages of the pages. Letters have languages of their own. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in itself, for those who cannot read the page they are on. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

const MAX_HEADER = 500;

/**
 * The first language of ours that a browser asks for: `Accept-Language`, RFC 9110 section 12.5.4. `q=0` means never; of
 * equal weights the earlier one counts. Null when none is named.
 */
export function preferredLanguage(header: string | null): Language | null {
  let best: Language | null = null;
  let most = 0;
  for (const range of (header ?? "").slice(0, MAX_HEADER).split(",")) {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const language = tag.split("-")[0];
    const weight = weightOf(parameters);
    if (!isLanguage(language) || weight <= most) continue;
    best = language;
    most = weight;
  }
  return best;
}

function weightOf(parameters: string[]): number {
  const stated = parameters.find((parameter) => parameter.startsWith("q="));
  if (stated === undefined) return 1;
  const weight = Number(stated.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
