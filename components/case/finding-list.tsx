import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Answer, Finding } from "@/lib/evidence/verdict.ts";

const TONES: Record<Answer, BadgeTone> = { yes: "good", no: "info", unknown: "warning" };

/** The checked facts of one event; each with its source and how old that knowledge is. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {findings.map((finding) => (
        <li
          key={`${finding.kind}-${finding.text}`}
          className="border-base-300 border-b pb-3 last:border-0 last:pb-0"
        >
          <div className="flex items-baseline justify-between gap-2">
            <h3 className="text-sm font-semibold">{words().findings[finding.kind]}</h3>
            <Badge tone={TONES[finding.answer]}>{words().answers[finding.answer]}</Badge>
          </div>
          <p className="mt-1 text-sm">{finding.text}</p>
          {finding.rule ? (
            <code className="mt-1 block text-sm break-all">{finding.rule}</code>
          ) : null}
          <p className="mt-1 text-xs opacity-80">
            {rich(words().casePage.source, {
              source: finding.source,
              age:
                finding.learnedAt === null
                  ? words().casePage.asChecked
                  : rich(
                      finding.source === "the complaint"
                        ? words().casePage.sourceOf
                        : words().casePage.sourceLearnt,
                      { when: <UtcTime at={finding.learnedAt} /> },
                    ),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
