import { PortalFields } from "@/components/case/portal-fields.tsx";
import { RecipientList } from "@/components/case/recipient-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import type { Mitigation } from "@/lib/cases/mitigation.ts";
import { providerAnswers } from "@/lib/cases/provider-answers.ts";
import { recipientSource } from "@/lib/cases/recipient-source.ts";

type Props = { view: CaseView; mitigations: readonly Mitigation[] };

/** Where the answer goes: how each address is known, or what to copy into the provider's form. */
export function CaseRecipients({ view, mitigations }: Props) {
  const complaint = leadingComplaint(view.complaintList, view.type)?.triage.complaint;
  if (!complaint) return null;
  const addresses = [...new Set(view.drafts.flatMap(({ to }) => to))];
  const isPortal = view.route === "portal" && view.drafts.length > 0;
  if (addresses.length === 0 && !isPortal) return null;
  const recipients = addresses.map((address) => ({
    address,
    source: recipientSource(address, complaint),
  }));
  const fields = formFields({ view, mitigations });
  return (
    <Card title={words().casePage.whereTo}>
      <RecipientList recipients={recipients} />
      {fields.length > 0 ? (
        <details className="mt-3 text-sm" open={isPortal}>
          <summary className="cursor-pointer font-medium">{words().casePage.forTheirForm}</summary>
          <PortalFields place={complaint.wrapper?.statementUrl ?? null} fields={fields} />
        </details>
      ) : null}
    </Card>
  );
}

/** The provider's own questions first, then the letter where a form takes it. */
function formFields({ view, mitigations }: Props) {
  const triage = leadingComplaint(view.complaintList, view.type)?.triage;
  if (!triage || view.sealed) return [];
  const { wrapper } = triage.complaint;
  const letter = view.drafts.find(({ audience }) => audience === "isp") ?? view.drafts[0];
  const answers = providerAnswers(wrapper?.provider ?? "", {
    summary: triage.evidence.summary,
    letter: letter?.text ?? "",
    mitigations,
  });
  if (view.route !== "portal" || letter === undefined) return answers;
  return [
    ...answers,
    ...(wrapper?.ticket
      ? [{ name: "ticket", label: words().casePage.theirTicket, text: wrapper.ticket }]
      : []),
    { name: "subject", label: words().casePage.subject, text: letter.subject },
    { name: "text", label: words().casePage.text, text: letter.text },
  ];
}
