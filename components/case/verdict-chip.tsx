import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { words } from "@/components/words/words.ts";
import type { Verdict } from "@/lib/evidence/verdict.ts";

/** The sign and the colour only repeat what the words say. */
export const VERDICT_LOOKS: Record<Verdict, { tone: BadgeTone; sign: string }> = {
  "port-allowed": { tone: "info", sign: "●" },
  "port-rejected": { tone: "good", sign: "✕" },
  "relay-down": { tone: "good", sign: "○" },
  "not-our-ip": { tone: "good", sign: "≠" },
  "not-tor-traffic": { tone: "good", sign: "≠" },
  "cannot-tell": { tone: "warning", sign: "?" },
};

/** The verdict in words, with a sign and a colour that only repeat them. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const look = VERDICT_LOOKS[verdict];
  return (
    <Badge tone={look.tone}>
      <span aria-hidden="true">{look.sign}</span>
      {words().verdicts[verdict]}
    </Badge>
  );
}
