import { type Instant, toIso } from "../time/instant.ts";
import type { Mitigation } from "./mitigation.ts";

/** What the desk can say to a question; `text` null: nothing is proven, a person must say it. */
export type ProviderAnswer = { name: string; label: string; text: string | null };
type Kind = "source" | "done" | "prevented" | "letter";
type Known = {
  summary: string;
  letter: string;
  mitigations: readonly Pick<Mitigation, "state" | "from" | "lines" | "expiresAt">[];
};

/** What providers ask in their forms and tickets, in their own order. */
const QUESTIONS: { provider: RegExp; asks: { kind: Kind; label: string }[] }[] = [
  {
    provider: /^(?:linode|akamai)\b/i,
    asks: [
      { kind: "source", label: "1. Where it came from" },
      { kind: "done", label: "2. How it was resolved" },
      { kind: "prevented", label: "3. How it is prevented from now on" },
    ],
  },
  {
    provider: /^hetzner\b/i,
    asks: [
      { kind: "source", label: "1. How it came about" },
      { kind: "done", label: "2. What was done about it" },
    ],
  },
  { provider: /^contabo\b/i, asks: [{ kind: "done", label: "Statement of measures" }] },
  {
    provider: /^(?:aws|amazon)\b/i,
    asks: [{ kind: "letter", label: "Text, which they pass on to who complains" }],
  },
];

/** The fields of this provider's own questions; none for one that asks nothing in particular. */
export function providerAnswers(provider: string, known: Known): ProviderAnswer[] {
  const asked = QUESTIONS.find((one) => one.provider.test(provider))?.asks ?? [];
  return asked.map(({ kind, label }) => ({ name: kind, label, text: answer(kind, known) }));
}

function answer(kind: Kind, { summary, letter, mitigations }: Known): string | null {
  if (kind === "source") return summary === "" ? null : summary;
  if (kind === "letter") return letter === "" ? null : letter;
  const closed = mitigations.flatMap(({ state, from, lines, expiresAt }) =>
    state === "active" && from !== null ? [{ from, lines, expiresAt }] : [],
  );
  if (closed.length === 0) return null;
  const say = kind === "done" ? "Our relay has refused this since" : "Our relay refuses this until";
  return closed
    .map(
      ({ from, lines, expiresAt }) =>
        `${say} ${minute(kind === "done" ? from : expiresAt)}: ${lines.join(", ")}.`,
    )
    .join("\n");
}

function minute(at: Instant): string {
  return `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;
}
