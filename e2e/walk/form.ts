import { randomUUID } from "node:crypto";
import type { CaseIds, World } from "./world.ts";

/** One form that every action about a case can read, aimed at this case. */
export function formAbout(of: CaseIds, world: World): Record<string, string> {
  const { lilac, sealed } = world;
  const other = of === sealed ? lilac : sealed;
  return {
    caseId: of.caseId,
    caseVersion: "1",
    complaintId: of.complaintId,
    draftId: of.draftId,
    draftVersion: "1",
    attachmentId: of.attachmentId,
    outboxId: randomUUID(),
    correctionId: randomUUID(),
    moveId: randomUUID(),
    otherId: other.caseId,
    into: other.ref,
    id: of.mitigationId,
    reason: "junk",
    text: "words of the walk",
    subject: "walk",
    intent: "save",
    type: "portscan",
    login: world.login,
    target: "198.51.100.1:22",
    form: "csv",
    field: "accused",
    kind: "none",
    from: "",
    to: "",
    days: "3",
    choice: "keep",
    gagged: "no",
    item: `${of.caseId}.1.${of.draftId}.1`,
    number: "1",
    bulkId: world.bulkId,
    name: "view of the walk",
    change: "default",
    viewId: world.viewId,
    lines: "reject 203.0.113.9:23",
  };
}
