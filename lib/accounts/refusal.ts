type Values = Record<string, string | number>;

/**
 * An expected "no": one plain sentence that names the thing and the remedy. Use cases return it; only surprises are thrown.
 * `code` is stable, for tests and for choosing what to show beside the sentence. `said` is the sentence before its values
 * were put in, so that another language can say it: absent where there are none.
 */
export type Refusal = {
  ok: false;
  code: string;
  text: string;
  said?: { sentence: string; values: Values };
};

/** `refuse("too-long", "The note is longer than {max} characters.", { max })`; without values the sentence stands as it is. */
export function refuse(code: string, sentence: string, values?: Values): Refusal {
  if (values === undefined) return { ok: false, code, text: sentence };
  const text = sentence.replace(/\{([a-zA-Z]{1,30})\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
  return { ok: false, code, text, said: { sentence, values } };
}

/** The same sentence for a thing that does not exist and one the viewer may not see: its existence is not told. */
export function notFound(thing: string): Refusal {
  return refuse("not-found", "There is no such {thing}, or you may not see it.", { thing });
}

export function forbidden(what: string): Refusal {
  return refuse("forbidden", "Your role does not allow you to {what}. Ask an owner of this desk.", {
    what,
  });
}
