import type { z } from "zod";
import { canWork } from "@/lib/accounts/permissions.ts";
import type { Refusal } from "@/lib/accounts/refusal.ts";
import type { CaseDeps } from "@/lib/cases/case-deps.ts";
import { listQueue } from "@/lib/cases/queue-store.ts";
import { caseDeps } from "../../desk.ts";
import { type ActionContext, operatorAction } from "../../operator-action.ts";

/** What a form gets back whose fields are not worth keeping when it is refused. */
export const onlyError = (error: string) => ({ error });

/** `mail`: the one the page shows, when it is not the one the case is about. */
type CaseAct = { caseId: string; mail?: string | undefined };

/** An action whose form has nothing worth keeping when it is refused; leads back to the case. */
export function plainAction<S extends z.ZodType<CaseAct>>(
  input: S,
  what: string,
  act: (context: ActionContext, input: z.infer<S>) => Promise<{ ok: true } | Refusal>,
) {
  return operatorAction({
    input,
    may: canWork,
    what,
    refused: onlyError,
    run: async (context, parsed) => {
      const answer = await act(context, parsed);
      if (!answer.ok) return answer;
      const mail = parsed.mail ? `?mail=${parsed.mail}` : "";
      return { go: `/cases/${parsed.caseId}${mail}` };
    },
  });
}

/** An action after which nothing is left to do with the case: leads to the next open one, which says what was done. */
export function finishingAction<S extends z.ZodType<CaseAct>>(
  input: S,
  what: string,
  act: (context: ActionContext, input: z.infer<S>) => Promise<{ ok: true } | Refusal>,
) {
  return operatorAction({
    input,
    may: canWork,
    what,
    refused: onlyError,
    run: async (context, parsed) => {
      const answer = await act(context, parsed);
      return answer.ok ? { go: await nextCase(context, parsed.caseId) } : answer;
    },
  });
}

/** Where a person goes on after a case: the next open one, or the queue. `sent`: the letter that can still be stopped there. */
export async function nextCase(
  { db, viewer, now }: ActionContext,
  caseId: string,
  sent?: string,
): Promise<string> {
  const { rows } = await listQueue(db, viewer, { tab: "open", size: 2, after: null, now });
  const next = rows.find((row) => row.id !== caseId);
  const asked = new URLSearchParams({ ...(sent ? { sent } : {}), from: caseId });
  return next ? `/cases/${next.id}?${asked}` : `/queue?${asked}`;
}

/** An action after which the person goes on with the case that has the mails. */
export function movingAction<S extends z.ZodType<CaseAct>>(
  input: S,
  what: string,
  act: (
    context: ActionContext,
    input: z.infer<S>,
    deps: CaseDeps,
  ) => Promise<{ ok: true; caseId: string } | Refusal>,
) {
  return operatorAction({
    input,
    may: canWork,
    what,
    refused: onlyError,
    run: async (context, parsed) => {
      const answer = await act(context, parsed, await caseDeps(context));
      return answer.ok ? { go: `/cases/${answer.caseId}` } : answer;
    },
  });
}
