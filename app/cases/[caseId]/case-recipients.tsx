import { PortalFields } from "@/components/case/portal-fields.tsx";
import { RecipientList } from "@/components/case/recipient-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import { listMitigations } from "@/lib/cases/mitigation-store.ts";
import { providerAnswers } from "@/lib/cases/provider-answers.ts";
import { recipientSource } from "@/lib/cases/recipient-source.ts";
import type { Db } from "@/lib/db/client.ts";

type Props = { db: Db; viewer: Viewer; view: CaseView };

/** Where the answer goes: how each address is known, or what to copy into the provider's form. */
export async function CaseRecipients({ db, viewer, view }: Props) {
  const complaint = leadingComplaint(view.complaintList, view.type)?.triage.complaint;
  if (!complaint) return null;
  const addresses = [...new Set(view.drafts.flatMap(({ to }) => to))];
  const isPortal = view.route === "portal" && view.drafts.length > 0;
  if (addresses.length === 0 && !isPortal) return null;
  const recipients = addresses.map((address) => ({
    address,
    source: recipientSource(address, complaint),
  }));
  const fields = await formFields({ db, viewer, view });
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
async function formFields({ db, viewer, view }: Props) {
  const triage = leadingComplaint(view.complaintList, view.type)?.triage;
  if (!triage || view.sealed) return [];
  const { wrapper } = triage.complaint;
  const letter = view.drafts.find(({ audience }) => audience === "isp") ?? view.drafts[0];
  const answers = providerAnswers(wrapper?.provider ?? "", {
    summary: triage.evidence.summary,
    letter: letter?.text ?? "",
    mitigations: await listMitigations(db, viewer, view.id),
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
