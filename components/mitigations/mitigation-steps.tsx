import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { MitigationStep } from "@/lib/cases/mitigation.ts";

/** What was done about a mitigation, oldest first. */
export function MitigationSteps({ steps }: { steps: readonly MitigationStep[] }) {
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {steps.map((step) => (
        <li
          key={`${step.at} ${step.kind} ${step.text}`}
          className="grid gap-x-4 sm:grid-cols-[11rem_1fr]"
        >
          <UtcTime at={step.at} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {step.name}: {step.text} <span className="opacity-80">({step.by})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
