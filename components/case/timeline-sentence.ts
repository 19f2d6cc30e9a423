import { timeline } from "@/components/words/de/timeline.ts";
import { fill } from "@/components/words/fill.ts";
import type { Language } from "@/components/words/language.ts";
import { readerLanguage, type Words, wordsIn } from "@/components/words/words.ts";
import type { TimelineView } from "@/lib/cases/case.ts";

type Data = TimelineView["data"];

/** What happened, in the reader's language. What a server answered or a person wrote is quoted as it is. */
export function timelineSentence(item: TimelineView): string {
  return sentenceIn(readerLanguage(), item);
}

export function sentenceIn(language: Language, { kind, data, text }: TimelineView): string {
  // What was recorded as a whole sentence has no parts to say otherwise.
  if (language === "en" || (kind === "sent" && data.reason !== undefined)) return text;
  return fill(timeline[kind], {
    ...plainValues(data, wordsIn(language)),
    ...phrases(data, wordsIn(language)),
  });
}

function plainValues(data: Data, words: Words): Record<string, string> {
  return {
    from: data.from ?? "?",
    subject: data.subject ?? words.casePage.noSubject,
    to: data.to?.join(", ") ?? "",
    files: data.files?.join(", ") ?? "",
    sha: data.sha256 ?? "?",
    other: data.other ?? "?",
    mails: String(data.mails ?? "?"),
    login: data.login ?? "?",
    note: data.text ?? "",
    rulename: data.rule ?? "?",
  };
}

/** Parts that are absent as a whole, or are names of ours. */
function phrases(data: Data, words: Words): Record<string, string> {
  const { types, verdicts, audiences } = words;
  const named = (name = "?") => nameIn(types, name) ?? nameIn(verdicts, name) ?? name;
  return {
    audience: nameIn(audiences, data.audience ?? "") ?? "?",
    reason: data.reason ? ` (${data.reason})` : "",
    because: data.reason ? `: ${reasonName(data.reason, words)}` : "",
    answer: data.answer ? `: ${data.answer}` : "",
    text: data.text ? `, ${data.text}` : "",
    rule: data.rule ? ` durch die Regel „${data.rule}“` : "",
    with: data.files?.length ? `, mit ${data.files.join(", ")}` : "",
    before: named(data.before),
    after: named(data.after),
    change: change(data, words),
  };
}

function reasonName(reason: string, words: Words): string {
  return nameIn(words.closeReasons, reason) ?? reason;
}

function change({ field, before, after }: Data, words: Words): string {
  const name = field ? words.facts[field] : "?";
  if (!before) return `${name}: ${after ?? "?"}`;
  return after === undefined
    ? fill(words.casePage.isNone, { name, from: before })
    : fill(words.casePage.isNow, { name, from: before, to: after });
}

function nameIn(names: Record<string, string>, name: string): string | null {
  return Object.hasOwn(names, name) ? (names[name] ?? null) : null;
}
