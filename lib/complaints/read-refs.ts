import type { Message } from "../mail/message.ts";
import type { Fact } from "./complaint.ts";
import type { Document } from "./documents.ts";
import { factAt } from "./facts.ts";

const MAX_REFS = 12;

/** The accuser's own numbers: ticket tokens of the subject first, then what the text labels as one. */
export function readRefs(documents: Document[], _message: Message): Fact<string>[] {
  const found = new Map<string, Fact<string>>();
  for (const document of documents) {
    if (document.place !== "subject" && document.place !== "body") continue;
    const patterns = document.place === "subject" ? [...IN_SUBJECT, LABELLED] : [LABELLED];
    for (const pattern of patterns) {
      for (const match of document.text.slice(0, 60_000).matchAll(pattern)) {
        const value = (match[1] ?? "").replace(/[.,;:)\]]+$/, "").trim();
        if (!isRef(value) || found.has(value) || found.size >= MAX_REFS) continue;
        const start = match.index + match[0].indexOf(value);
        found.set(value, factAt(value, document, start, start + value.length));
      }
    }
  }
  return [...found.values()];
}

const IN_SUBJECT = [
  /\[[~#]?((?:[A-Za-z][\w/.-]{0,20}[ ]?[#:]{1,2}[ ]?)?[A-Za-z]{0,12}[-#]?[\w:.-]{0,24}\d[\w:.-]{1,40})\]/g,
  /((?:[A-Z][A-Za-z.-]{1,14}[ -]?)?#\d{3,20})/g,
  /\b([A-Z]{2,8}-?\d{4}-?\d{4}[-\d]{0,8})\b/g,
  /\b([A-Z]{1,8}[A-Za-z]{0,8}[-_]\d{5,20}(?:-[A-Z\d]{3,12})?)\b/g,
];
const LABELLED =
  /\b(?:case|ticket|incident|notice|reference|ref|report|complaint|issue|claim|tracking|abuse|event|record|id|vorgang\w*|aktenzeichen|request)[ -]?(?:reference|ref|id|no|nr|number|num|#|n)?[ .]{0,2}(?:no|nr|number|id|#|n)?[.]?\s{0,3}[:#=\]]{1,2}[ \t]{0,3}[[(#]{0,2}([A-Za-z]{0,12}[-#]?[\w/.:@+-]{0,50}\d[\w/.:@+-]{1,60})/gi;

function isRef(value: string): boolean {
  if (value.length < 3 || value.length > 100 || !/\d/.test(value)) return false;
  return (
    !/^\d{1,3}(?:\.\d{1,3}){3}/.test(value) &&
    !/^\d{4}-\d\d-\d\d/.test(value) &&
    !/^\d{1,2}[:/.]\d{1,2}/.test(value)
  );
}
