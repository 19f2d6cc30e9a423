import { z } from "zod";

const MAX_FIELDS = 200;

/**
 * The fields of a posted form as plain values for a schema: a name given once is a text (or a file), one given several
 * times a list. Next's own `$ACTION` fields are left out. Line ends become `\n`, as the operator typed them.
 */
export function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  for (const name of names.slice(0, MAX_FIELDS)) {
    const all = form.getAll(name).map((value) => plain(value));
    values[name] = all.length === 1 ? all[0] : all;
  }
  return values;
}

/** A group of checkboxes: absent is none, one is a list of one. */
export const checkedList = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(200)).max(100),
);

/** Addresses in one field, separated by commas, semicolons or spaces. */
export const addressList = z
  .string()
  .max(2000)
  .transform((text) => text.split(/[\s,;]+/).filter((address) => address !== ""));

/** A whole number a hidden field carries. */
export const wholeNumber = z.coerce.number().int().min(0).max(2_147_483_647);

/** An id as the desk makes them. */
export const id = z.uuid();

function plain(value: FormDataEntryValue): unknown {
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value;
}
