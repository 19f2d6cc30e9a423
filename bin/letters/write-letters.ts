import { readFileSync } from "node:fs";
import path from "node:path";
import type { FactChange } from "../../lib/complaints/fact-change.ts";
import type { Draft } from "../../lib/drafting/draft.ts";
import { readTemplates } from "../../lib/drafting/files.ts";
import { readRelaysFile } from "../../lib/relays/read-relays-file.ts";
import { OPERATOR } from "../../lib/testing/a-letter-case.ts";
import type { TriageContext } from "../../lib/triage/triage.ts";
import { triageMail } from "../../lib/triage/triage-mail.ts";
import { SITUATIONS, type Situation } from "./situations.ts";

const SAMPLES = path.join(import.meta.dirname, "../sample-mailbox");
const TEMPLATES = path.join(import.meta.dirname, "../../templates");
const RECEIVED_AT = Date.parse("2026-11-22T12:00:00Z");
const LANGUAGES = { en: "English", de: "German", fr: "French", nl: "Dutch" } as const;
type Language = keyof typeof LANGUAGES;

/** The files of docs/letters: every letter as the desk drafts it from the sample mailbox, and their list. By name. */
export async function writeLetters(): Promise<Map<string, string>> {
  const { templates } = await readTemplates(TEMPLATES);
  const relays = readFileSync(path.join(SAMPLES, "relays.json"), "utf8");
  const { history } = readRelaysFile(relays, RECEIVED_AT);
  if (history === null) throw new Error("the relays of the sample mailbox cannot be read");
  const context = { history, templates, operator: OPERATOR, receivedAt: RECEIVED_AT };
  const files = new Map<string, string>();
  const rows: string[] = [];
  for (const situation of SITUATIONS) {
    const written: string[] = [];
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      const letters = await lettersIn(language, situation, context);
      if (letters.length === 0) continue;
      const file = `${situation.name}.${language}.txt`;
      files.set(file, letters.map(asText).join(`\n${"=".repeat(72)}\n\n`));
      written.push(`[${LANGUAGES[language]}](${file})`);
    }
    rows.push(`| ${situation.about} | ${written.join(", ")} |`);
  }
  files.set("README.md", index(rows));
  return files;
}

/** The letters as they would be had the mail been written in this language; none where only English ones exist. */
async function lettersIn(
  language: Language,
  { mail }: Situation,
  context: TriageContext,
): Promise<Draft[]> {
  const spoken = (field: FactChange["field"]): FactChange => ({ field, from: null, to: language });
  const raw = readFileSync(path.join(SAMPLES, `${mail}.eml`));
  const { drafts } = await triageMail(raw, context, [
    spoken("language"),
    spoken("originalLanguage"),
  ]);
  return drafts.filter((draft) => draft.language === language);
}

function asText({ to, subject, text, gaps }: Draft): string {
  const left = gaps.length === 0 ? [] : [`Still to be filled in: ${gaps.join(", ")}`];
  const head = [`To: ${to.join(", ") || "(by the operator)"}`, `Subject: ${subject}`, ...left];
  return `${head.join("\n")}\n\n${text.trim()}\n`;
}

function index(rows: readonly string[]): string {
  return `# Letters

What the desk drafts in the commonest situations, made from the sample mailbox (\`bin/sample-mailbox\`, invented people, documentation addresses).
\`[[...]]\` is a gap: the desk cannot know it, the operator fills it in, and until then the letter cannot be sent.
Written by \`node bin/letters.ts\`; a test keeps them as the templates are. If a sentence sounds wrong in your language, please tell us.

| Situation | Letters |
|---|---|
${rows.join("\n")}
`;
}
