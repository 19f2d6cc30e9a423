import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { RecipientSource } from "@/lib/cases/recipient-source.ts";

const KNOWN: Record<RecipientSource, { tone: BadgeTone; text: string }> = {
  provider: { tone: "good", text: "the provider's notice says to answer here" },
  sender: { tone: "info", text: "the complaint came from here" },
  text: { tone: "warning", text: "only stands in the mail's text" },
  typed: { tone: "plain", text: "typed by you" },
};
type Props = { recipients: readonly { address: string; source: RecipientSource }[] };

/** Who the letters go to and how each address is known. Nobody else gets a copy. */
export function RecipientList({ recipients }: Props) {
  return (
    <ul className="flex flex-col gap-1 text-sm" data-recipients>
      {recipients.map(({ address, source }) => (
        <li key={address} className="flex flex-wrap items-center gap-2">
          <span className="[overflow-wrap:anywhere]">{address}</span>
          <Badge tone={KNOWN[source].tone}>{KNOWN[source].text}</Badge>
        </li>
      ))}
    </ul>
  );
}
