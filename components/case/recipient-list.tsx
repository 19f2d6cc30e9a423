import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { words } from "@/components/words/words.ts";
import type { RecipientSource } from "@/lib/cases/recipient-source.ts";

const TONES: Record<RecipientSource, BadgeTone> = {
  provider: "good",
  sender: "info",
  text: "warning",
  typed: "plain",
};
type Props = { recipients: readonly { address: string; source: RecipientSource }[] };

/** Who the letters go to and how each address is known. Nobody else gets a copy. */
export function RecipientList({ recipients }: Props) {
  return (
    <ul className="flex flex-col gap-1 text-sm" data-recipients>
      {recipients.map(({ address, source }) => (
        <li key={address} className="flex flex-wrap items-center gap-2">
          <span className="[overflow-wrap:anywhere]">{address}</span>
          <Badge tone={TONES[source]}>{words().casePage.recipientFrom[source]}</Badge>
        </li>
      ))}
    </ul>
  );
}
