import { Attachments } from "@/components/case/attachments.tsx";
import { canWork } from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { listAttachments } from "@/lib/cases/attachment-store.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { claimedEvents } from "@/lib/cases/claimed-events.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import type { Db } from "@/lib/db/client.ts";
import { networkFacts } from "@/lib/relays/network-store.ts";
import { targetText } from "@/lib/relays/reaching-exits.ts";
import { attachEvidenceAction, attachExitsAction, detachAction } from "./attachment-actions.ts";

type Props = { db: Db; viewer: Viewer; csrf: string; view: CaseView };

/** What goes with the letters of a case, for whom may change it and for whom may only see it. */
export async function CaseAttachments({ db, viewer, csrf, view }: Props) {
  return (
    <Attachments
      caseId={view.id}
      csrf={csrf}
      drafts={view.drafts}
      files={await listAttachments(db, viewer, view.id)}
      mayChange={canWork(viewer)}
      network={await networkFacts(db)}
      target={suggestedTarget(view)}
      attachExits={attachExitsAction}
      attachEvidence={attachEvidenceAction}
      detach={detachAction}
    />
  );
}

/** The first target the complaint names; the operator may ask for another. */
function suggestedTarget(view: CaseView): string {
  const said = leadingComplaint(view.complaintList, view.type)?.triage.complaint;
  const named = (said ? claimedEvents(said) : []).filter(
    ({ destinationIp, destinationPort }) => destinationIp !== null || destinationPort !== null,
  );
  const best = named.find(
    (event) => event.destinationIp !== null && event.destinationPort !== null,
  );
  const event = best ?? named[0];
  return event ? targetText({ ip: event.destinationIp, port: event.destinationPort }) : "";
}
