import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { BlockStep } from "@/lib/blocks/block.ts";

/** What was said and done about a block, oldest first. */
export function BlockSteps({ steps }: { steps: readonly BlockStep[] }) {
  const names = words().blocks.steps;
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {steps.map((step) => (
        <li
          key={`${step.at} ${step.kind} ${step.text}`}
          className="grid gap-x-4 sm:grid-cols-[11rem_1fr]"
        >
          <UtcTime at={step.at} />
          <div className="min-w-0">
            <p className="[overflow-wrap:anywhere]">
              <span className="font-medium">{names[step.kind]}</span>
              {step.kind === "letter" ? null : `: ${step.text}`}{" "}
              <span className="opacity-80">({step.by})</span>
            </p>
            {step.kind === "letter" ? <KeptLetter step={step} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function KeptLetter({ step }: { step: BlockStep }) {
  const { to, subject } = words().blocks.networks;
  return (
    <details>
      <summary className="cursor-pointer [overflow-wrap:anywhere]">
        {step.subject || subject}
      </summary>
      {step.to ? (
        <p className="[overflow-wrap:anywhere]">
          {to}: {step.to}
        </p>
      ) : null}
      <pre className="mono mt-2 text-[0.8125rem] whitespace-pre-wrap [overflow-wrap:anywhere]">
        {step.text}
      </pre>
    </details>
  );
}
