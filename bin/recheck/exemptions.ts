/** What recheck can slow down, and why no input can: the pattern is never given more than `most` characters. */
export type Exemption = { file: string; source: string; most: number; because: string };

/** One a pattern, by its exact text: when the pattern changes or goes, its exemption has to go as well. */
export const EXEMPTIONS: readonly Exemption[] = [
  {
    file: "lib/mail/language.ts",
    source: String.raw`^[("'„“”‘«¿¡*]*(\p{L}[\p{L}’'，、。：；・ー-]*)[.,;:!?)"'”“’»…*。，、]*$`,
    most: 2_000,
    because: "it reads one word of a line that proseWords cuts at 2,000 characters",
  },
];

/** Rooms whose patterns see no text longer than this; elsewhere a text may be as long as a mail. */
export const CAPS: readonly { folder: string; most: number; because: string }[] = [
  {
    folder: "lib/classify/rules/",
    most: 16_000,
    because: "LIMITS of lib/classify/mail-view.ts: the longest text rules are tried on",
  },
];
