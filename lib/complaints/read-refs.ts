import { matchesOf } from "../text/matches.ts";
import { mayMatch } from "../text/may-match.ts";
import type { Fact } from "./complaint.ts";
import type { Document } from "./documents.ts";
import { factAt } from "./facts.ts";

const MAX_REFS = 12;

/** The accuser's own numbers: ticket tokens of the subject first, then what the text labels as one. */
export function readRefs(documents: Document[]): Fact<string>[] {
  const found = new Map<string, Fact<string>>();
  for (const document of documents) {
    if (document.place !== "subject" && document.place !== "body") continue;
    const patterns =
      document.place === "subject"
        ? [...IN_SUBJECT, LABELLED, DOCKET]
        : [LABELLED, TICKET_TOKEN, DOCKET, SPOKEN];
    const facts = patterns.flatMap((pattern) => refsBy(pattern, document));
    for (const fact of facts.filter((each) => !isPartOf(each, facts))) {
      if (found.size < MAX_REFS && !found.has(fact.value)) found.set(fact.value, fact);
    }
  }
  return [...found.values()];
}

/** A piece cut out of a longer number at the same place (`CB#2026` of `CB#2026-01`) is not a number of its own. */
function isPartOf({ span }: Fact<string>, facts: Fact<string>[]): boolean {
  return facts.some(({ value, span: whole }) => {
    if (!span || !whole || whole.start > span.start || whole.end < span.end) return false;
    const before = value[span.start - whole.start - 1] ?? "";
    const after = value[span.end - whole.start] ?? "";
    return /[\w-]/.test(before + after);
  });
}

const MAX_TEXT = 60_000;

function refsBy(pattern: RegExp, document: Document): Fact<string>[] {
  if (!mayMatch(pattern, document.text)) return [];
  const matches = matchesOf(pattern, document.text.slice(0, MAX_TEXT)).slice(0, MAX_REFS);
  return matches.flatMap((match) => {
    const value = (match[1] ?? match[2] ?? "").replace(/(?<![.,;:)\]])[.,;:)\]]+$/, "").trim();
    const start = match.index + match[0].indexOf(value);
    return isRef(value) ? [factAt(value, document, start, start + value.length)] : [];
  });
}

const IN_SUBJECT = [
  // `[BL-CSIRT 20261011-004]`, `[REF 88-1201]`: a bracket of one word and a number.
  /\[([A-Z][A-Z-]{1,14} \d[\w./-]{3,24})\]/g,
  /\bref(?:erence)?[.:]{1,2} {0,2}([A-Z\d]{2,12}(?:[-/][A-Z\d]{2,12}){1,4})(?![\w-])/gi,
  /\[[~#]?((?:[A-Za-z][\w/.-]{0,20}[ ]?[#:]{1,2}[ ]?)?[A-Za-z]{0,12}[-#]?[\w:.-]{0,24}\d[\w:.-]{0,40})\]/g,
  /((?:[A-Z][A-Za-z.-]{1,14}[ -]?)?#\d{3,20})/g,
  // The last word of a bracket with several: `[ RBL / 1619066831.14340 ]`, `n. 5495587`.
  /[/|] ?(\d[\d.-]{5,40}) ?\]/g,
  /\b(?:n\.|nr\.?|no\.|num(?:ber)?|n°|№|case|incident|ticket|report|issue|notice|request|complaint|réf(?:érence)?|ref|claim|inquiry|alert)(?: (?:id|nr|no|number|num|ref)\.?)?\s{1,3}#?([A-Z]{0,4}\d{4,20}(?:-\d{1,6}){0,3})\b/gi,
  /\b([A-Z]\d{10,16}|SBL\d{3,9})\b/g,
  // A token between two hashes, as gateways find it again: `#HX-DE:0123abcd#`.
  /#([A-Z]{2}[\w-]{0,8}:[\da-f]{8,40})#/g,
  /\b([A-Z]{2,8}-?\d{4}-?\d{4}[-\d]{0,8})\b/g,
  /\b([A-Z]{1,8}[A-Za-z]{0,8}[-_]\d{5,20}(?:-[A-Z\d]{3,12})?)\b/g,
];
/** `[Ticket 794125]`, `[Ticket#2021042828000028]` at the head of a paragraph. */
const TICKET_TOKEN = /\[(?:ticket|case|incident|abuse|ref)[ #:-]{1,3}([\w.:-]{3,40})\]/gi;
/** File numbers of courts and police as their countries write them: `4411 Js 2281/26`, `Diligencias Previas 881/2026`. */
const DOCKET =
  /(?<![\w/])(\d{1,5} [A-Z][A-Za-z]{0,3} \d{1,6}\/\d{2,4})(?![\w/])|(?<!\p{L})(?:Az|Aktenzeichen|(?:unser|ihr|mein)e? zeichen|zaak(?:nummer)?|parketnummer|nostro rif(?:erimento)?|rif|vår ref|Gesch(?:äfts)?z(?:eichen)?|Gz|Vorgangs(?:nummer|nr)|Diligencias(?: Previas| Urgentes)?|Procedimiento|Expediente|Proc(?:edimento|esso)?(?: pen(?:ale)?)?|réquisition(?: judiciaire)?|procès-verbal|PV|dossier|sygn(?:atura)?(?: akt)?|č\. ?j|spisová značka|дело|уголовное дело|dossiernummer|proces-verbaal|dnr|docket|warrant|subpoena)\.?(?: (?:n[.°ºr]{1,2}|no\.?|num\.?|number|№))?\s?[.:#]{0,2}\s{0,2}(\d{1,5} [A-Z][A-Za-z]{0,3} \d{1,6}\/\d{2,4}|[A-Z\d][\w.-]{0,20}\/[\w./-]{1,20}|[A-Z]{0,4}[-]?\d{4,20}[\w/-]{0,16})/giu;
/** `case number 1551`, `your ticket 55-102`: a label and no mark between. */
const SPOKEN =
  /\b(?:ticket|case|incident|reference|vorgang|dossier|melding|zgłoszenie)(?: (?:number|no|nr|id|ref)\b\.?)? {1,2}#?([A-Z]{0,6}[-]?\d{2,20}[-\d]{0,16})(?![\w-]|[:./]\d)/gi;
const LABELLED =
  /\b(?:case|ticket|incident|notice|reference|ref|report|complaint|issue|claim|tracking|abuse|event|record|id|vorgang\w*|aktenzeichen|request)[ -]?(?:reference|ref|id|no|nr|number|num|#|n)?[ .]{0,2}(?:no|nr|number|id|#|n)?[.]?\s{0,3}[:#=\]]{1,2}[ \t]{0,3}[[(#]{0,2}([A-Za-z]{0,12}[-#]?[\w/.:@+-]{0,50}\d[\w/.:@+-]{1,60})/gi;

function isRef(value: string): boolean {
  // The program's name stands in brackets in every subject of fail2ban.
  if (/^fail2ban$/i.test(value)) return false;
  if (value.length < 3 || value.length > 100 || !/\d/.test(value)) return false;
  return (
    !/^\d{1,3}(?:\.\d{1,3}){3}/.test(value) &&
    !/^\d{4}-\d\d-\d\d/.test(value) &&
    !/^\d{1,2}[:/.]\d{1,2}(?!\d)/.test(value)
  );
}
