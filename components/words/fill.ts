import type { Language } from "./language.ts";

export type Values = Record<string, string | number>;
/** One text for each form a number takes in the language; `one` and `other` do for English and German. */
export type Plural = { one: string; other: string };

/** Puts the values at their places: `{name}`. A place without a value stays as it is, so that it is seen. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{([a-zA-Z]{1,30})\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** The form for this number, with `{count}` and further values at their places. */
export function pluralIn(
  language: Language,
  count: number,
  forms: Plural,
  values: Values = {},
): string {
  const form = new Intl.PluralRules(language).select(count) === "one" ? forms.one : forms.other;
  return fill(form, { count: new Intl.NumberFormat(language).format(count), ...values });
}
