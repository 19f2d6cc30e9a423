import { Card } from "@/components/ui/card.tsx";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import { words } from "@/components/words/words.ts";
import { FRAGMENT_STEPS } from "@/lib/exit-policy/torrc-fragment.ts";

/** The lines for the torrc and how they get there. */
export function TorrcLines({ fragment }: { fragment: string }) {
  return (
    <Card title={words().policy.forTorrc}>
      <pre
        {...SCROLLS}
        className="mb-3 overflow-x-auto rounded-field border border-base-300 p-3 text-sm"
        data-fragment
      >
        {fragment}
      </pre>
      <ol className="list-decimal space-y-1 pl-5 text-sm">
        {FRAGMENT_STEPS.map((step) => (
          <li key={step} className="break-words">
            {step}
          </li>
        ))}
      </ol>
    </Card>
  );
}
