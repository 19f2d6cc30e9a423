import { isForSeal } from "../cases/decide-case.ts";
import type { StoredTriage } from "../cases/stored-triage.ts";
import { isSure } from "../classify/confidence.ts";
import { isProvidersAddress } from "../complaints/provider-sender.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel, ComplaintModel, DraftModel } from "../db/generated/models.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import type { RuleFacts, RuleUsage } from "./plan-rule.ts";

const DAY = 24 * 3_600_000;
const BETWEEN_LETTERS = 7 * DAY;

export type CaseForRules = CaseModel & {
  complaints: ComplaintModel[];
  drafts: DraftModel[];
  /** Of each of its mails. */
  senders: (SenderCheck | null)[];
};

/** With its newest complaint and the letters nobody has sent. */
export async function findForRules(tx: Tx, caseId: string): Promise<CaseForRules | null> {
  const include = { complaints: NEWEST, drafts: { where: { sentAt: null } } };
  const found = await tx.case.findUnique({ where: { id: caseId }, include });
  if (!found) return null;
  return { ...found, senders: (await sendersOf(tx, [caseId])).get(caseId) ?? [] };
}

/** The newest cases since then that everybody may see, with all their letters, for a dry run: at most `most`. */
export async function listForRules(
  tx: Db | Tx,
  since: Instant,
  most: number,
): Promise<CaseForRules[]> {
  const cases = await tx.case.findMany({
    where: { sealed: false, openedAt: { gte: new Date(since) } },
    orderBy: { id: "desc" },
    take: most,
    include: { complaints: NEWEST, drafts: true },
  });
  const senders = await sendersOf(
    tx,
    cases.map(({ id }) => id),
  );
  return cases.map((one) => ({ ...one, senders: senders.get(one.id) ?? [] }));
}

/** A letter may have been drafted for any mail of its case, so each of them counts. */
async function sendersOf(
  tx: Db | Tx,
  caseIds: string[],
): Promise<Map<string, (SenderCheck | null)[]>> {
  const rows = await tx.complaint.findMany({
    where: { caseId: { in: caseIds } },
    select: { caseId: true, sender: true },
  });
  const found = new Map<string, (SenderCheck | null)[]>();
  for (const { caseId, sender } of rows)
    found.set(caseId, [...(found.get(caseId) ?? []), sender as SenderCheck | null]);
  return found;
}

const NEWEST = { orderBy: { id: "desc" }, take: 1 } as const;

/** Null: the case holds nothing that was understood. `asNew`: as it was when it came, for a dry run over answered cases. */
export function factsOf(found: CaseForRules, { asNew }: { asNew: boolean }): RuleFacts | null {
  const [complaint] = found.complaints;
  if (!complaint) return null;
  const triage = complaint.triage as unknown as StoredTriage;
  const { classification } = triage;
  return {
    type: classification.type,
    innerType: classification.innerType,
    verdict: triage.evidence.verdict,
    sealed: found.sealed || isForSeal(triage as never),
    isSure: isSure(classification.confidence),
    isReady: found.decision === "ready",
    isOpen: asNew || found.state === "open",
    sender: complaint.fromAddress,
    provider: triage.complaint.wrapper?.provider ?? "",
    complaints: found.complaintCount,
    isAutomatic: triage.isAutomatic ?? true,
    isProvidersOwn: isProvidersAddress(
      triage.complaint.wrapper?.provider ?? "",
      complaint.fromAddress,
    ),
    from: leastProven(found.senders.map(ruleSender)),
    letters: found.drafts.map(({ to, gaps, edited }) => ({
      to: to as string[],
      gaps: (gaps as string[]).length,
      isEdited: edited && !asNew,
    })),
  };
}

function leastProven(all: readonly RuleFacts["from"][]): RuleFacts["from"] {
  const order = ["unproven", "waiting", "unchecked"] as const;
  return order.find((one) => all.includes(one)) ?? "authenticated";
}

/** A desk that neither asks name servers nor knows a server of its own cannot check: that is not the mail's fault. */
function ruleSender(check: SenderCheck | null): RuleFacts["from"] {
  if (check === null) return "unchecked";
  if (check.isOpen) return "waiting";
  if (check.standing === "authenticated") return "authenticated";
  return check.standing === "unchecked" && check.because === "off" ? "unchecked" : "unproven";
}

/** The brakes as they stand now. */
export async function usageOf(
  tx: Tx,
  given: { ruleId: string; caseId: string; now: Instant },
): Promise<RuleUsage> {
  const { ruleId, caseId, now } = given;
  const today = await tx.ruleRun.count({ where: { ruleId, at: { gt: new Date(now - DAY) } } });
  const lettersInCase = await tx.ruleRun.count({ where: { caseId, action: "send" } });
  const lately = await tx.ruleRun.findMany({
    where: { action: "send", at: { gt: new Date(now - BETWEEN_LETTERS) } },
    select: { to: true },
  });
  return { today, lettersInCase, writtenTo: new Set(lately.flatMap(({ to }) => to as string[])) };
}
