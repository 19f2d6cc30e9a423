import { toIso } from "../../lib/time/instant.ts";
import type { Triage } from "../../lib/triage/triage.ts";
import { terminalText } from "./terminal-text.ts";

/** The same conclusion for a person: two lines a mail, the second one says why. */
export function triageText(file: string, { complaint, classification, evidence, route }: Triage) {
  const inner = classification.innerType ? ` (${classification.innerType})` : "";
  const sure = `${Math.round(classification.confidence * 100)}%`;
  const due = complaint.deadline?.at ? `due ${toIso(complaint.deadline.at)}` : "";
  const facts = [
    `${classification.type}${inner} ${sure}`,
    shortened(complaint.accused.map((fact) => fact.value)),
    ports(complaint.destinationPorts.map((fact) => fact.value)),
    evidence.verdict,
    `answer: ${route}`,
    due,
  ].filter((fact) => fact !== "");
  return `${oneLine(file)}\n    ${facts.join("  ")}\n    ${oneLine(classification.reasons[0] ?? "")}\n`;
}

function shortened(values: string[]): string {
  const [first, second, third, ...more] = values;
  const shown = [first, second, third].filter((value) => value !== undefined).join(" ");
  return more.length === 0 ? shown : `${shown} and ${more.length} more`;
}

function ports(values: number[]): string {
  return values.length === 0 ? "" : `port ${shortened(values.map(String))}`;
}

function oneLine(text: string): string {
  return terminalText(text).replace(/[\n\t]/g, "?");
}
