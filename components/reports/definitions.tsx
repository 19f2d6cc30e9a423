import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";

/** What is counted, each in a line. */
export function Definitions() {
  const { title, ...lines } = words().reports.definitions;
  return (
    <Card title={title}>
      <ul className="list-disc space-y-1 pl-5 text-sm">
        {Object.entries(lines).map(([name, line]) => (
          <li key={name}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
