import { readersTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Answer, Finding } from "@/lib/evidence/verdict.ts";
import { toIso } from "@/lib/time/instant.ts";
import type { ShownFinding } from "./finding-list.tsx";

const TONES: Record<Answer, ShownFinding["tone"]> = { yes: "good", no: "info", unknown: "warning" };

/** The findings of one event in the reader's language. */
export function shownFindings(findings: readonly Finding[]): ShownFinding[] {
  return findings.map((finding) => ({
    kind: words().findings[finding.kind],
    answer: words().answers[finding.answer],
    tone: TONES[finding.answer],
    text: finding.text,
    rule: finding.rule ?? null,
    source: sourceOf(finding),
  }));
}

function sourceOf({ source, learnedAt }: Finding): ShownFinding["source"] {
  const { source: from, asChecked, sourceOf: dated, sourceLearnt } = words().casePage;
  if (learnedAt === null) return [fill(from, { source, age: asChecked })];
  const age = source === "the complaint" ? dated : sourceLearnt;
  const [before = "", after = ""] = fill(from, { source, age }).split("{when}");
  const own = readersTime(learnedAt);
  const iso = toIso(learnedAt);
  const time = { iso, text: `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` };
  return [before, time, (own === null ? "" : ` (${own})`) + after];
}
