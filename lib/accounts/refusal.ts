/**
 * An expected "no": one plain sentence that names the thing and the remedy. Use cases return it; only surprises are thrown.
 * `code` is stable, for tests and for choosing what to show beside the sentence.
 */
export type Refusal = { ok: false; code: string; text: string };

export function refuse(code: string, text: string): Refusal {
  return { ok: false, code, text };
}

/** The same sentence for a thing that does not exist and one the viewer may not see: its existence is not told. */
export function notFound(thing: string): Refusal {
  return refuse("not-found", `There is no such ${thing}, or you may not see it.`);
}

export function forbidden(what: string): Refusal {
  return refuse("forbidden", `Your role does not allow you to ${what}. Ask an owner of this desk.`);
}
