import type { Db } from "../db/client.ts";
import type { Template } from "../drafting/draft.ts";
import type { ShippedTemplates } from "../drafting/files.ts";
import { readOwnTemplate, templateKey } from "../drafting/own-templates.ts";
import {
  currentTemplates,
  loginsOf,
  markOf,
  type OwnVersion,
  versionsOf,
} from "./own-template-store.ts";

/** One line of the list of templates. */
export type TemplateRow = Pick<Template, "id" | "type" | "audience" | "language" | "verdicts"> & {
  key: string;
  origin: "shipped" | "yours" | "yours-alone";
  /** The shipped one is another now than when the operator changed it. */
  shippedChanged: boolean;
  /** An own one that this desk cannot read any more: the shipped one serves. */
  broken: boolean;
};

/** All templates that serve, by situation, audience and language. */
export async function listTemplates(db: Db, shipped: ShippedTemplates): Promise<TemplateRow[]> {
  const own = new Map((await currentTemplates(db)).map((one) => [one.key, one]));
  const served = shipped.templates.map((template) => rowOf(template, own, shipped));
  const alone = [...own.values()]
    .filter(({ key }) => !shipped.texts.has(key))
    .flatMap(({ key, text }) => readOwnTemplate(key, text ?? "").template ?? [])
    .map((template) => rowOf(template, own, shipped));
  return [...served, ...alone].sort((a, b) => a.key.localeCompare(b.key, "en"));
}

function rowOf(
  template: Template,
  own: ReadonlyMap<string, OwnVersion>,
  { texts }: ShippedTemplates,
): TemplateRow {
  const key = templateKey(template);
  const mine = own.get(key);
  const read = mine ? readOwnTemplate(key, mine.text ?? "").template : null;
  const { id, type, audience, language, verdicts } = read ?? template;
  return {
    ...{ key, id, type, audience, language, verdicts },
    origin: originOf(mine !== undefined, texts.has(key)),
    shippedChanged: mine !== undefined && texts.has(key) && mine.shipped !== markOf(texts.get(key)),
    broken: mine !== undefined && read === null,
  };
}

function originOf(mine: boolean, shipped: boolean): TemplateRow["origin"] {
  if (!mine) return "shipped";
  return shipped ? "yours" : "yours-alone";
}

/** What the page of one template shows; null when there is none of this key. */
export async function openTemplate(db: Db, key: string, shipped: ShippedTemplates) {
  const versions = await versionsOf(db, key);
  const [newest] = versions;
  const shippedText = shipped.texts.get(key) ?? null;
  if (!newest && shippedText === null) return null;
  const own = newest?.text ?? null;
  const text = own ?? shippedText ?? versions.find((one) => one.text !== null)?.text ?? "";
  const logins = await loginsOf(
    db,
    versions.map(({ changedBy }) => changedBy),
  );
  return {
    key,
    text,
    shippedText,
    isOwn: own !== null,
    seen: newest?.version ?? 0,
    type: readOwnTemplate(key, text).template?.type ?? "any",
    shippedChanged: own !== null && shippedText !== null && newest?.shipped !== markOf(shippedText),
    versions: versions.map((one) => ({ ...one, by: logins.get(one.changedBy) ?? "?" })),
  };
}
