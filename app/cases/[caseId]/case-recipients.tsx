import { PortalFields } from "@/components/case/portal-fields.tsx";
import { RecipientList } from "@/components/case/recipient-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import type { CaseView } from "@/lib/cases/case.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import { recipientSource } from "@/lib/cases/recipient-source.ts";

/** Where the answer goes: how each address is known, or what to copy into the provider's form. */
export function CaseRecipients({ view }: { view: CaseView }) {
  const leading = leadingComplaint(view.complaintList, view.type);
  if (!leading) return null;
  const { complaint } = leading.triage;
  const addresses = [...new Set(view.drafts.flatMap(({ to }) => to))];
  const letter = view.drafts.find(({ audience }) => audience === "isp") ?? view.drafts[0];
  const isPortal = view.route === "portal" && letter !== undefined;
  if (addresses.length === 0 && !isPortal) return null;
  const fields = [
    { name: "ticket", label: "Their ticket", text: complaint.wrapper?.ticket ?? "" },
    { name: "subject", label: "Subject", text: letter?.subject ?? "" },
    { name: "text", label: "Text", text: letter?.text ?? "" },
  ].filter(({ text }) => text !== "");
  return (
    <Card title="Where the answer goes">
      <RecipientList
        recipients={addresses.map((address) => ({
          address,
          source: recipientSource(address, complaint),
        }))}
      />
      {isPortal ? (
        <PortalFields place={complaint.wrapper?.statementUrl ?? null} fields={fields} />
      ) : null}
    </Card>
  );
}
