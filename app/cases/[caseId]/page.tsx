import { notFound } from "next/navigation";
import { z } from "zod";
import { MailList } from "@/components/case/mail-list.tsx";
import { TheySay } from "@/components/case/they-say.tsx";
import { Timeline } from "@/components/case/timeline.tsx";
import { WeAnswer } from "@/components/case/we-answer.tsx";
import { WeProve } from "@/components/case/we-prove.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import { canEnter, canSend, canWork } from "@/lib/accounts/permissions.ts";
import { bareCase } from "@/lib/cases/bare-case.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { readCaseLinks } from "@/lib/cases/case-links-view-store.ts";
import { readCase } from "@/lib/cases/case-view-store.ts";
import { leadingComplaint } from "@/lib/cases/leading-complaint.ts";
import { factsShown } from "@/lib/cases/list-facts.ts";
import { listMitigations } from "@/lib/cases/mitigation-store.ts";
import { noteReading } from "@/lib/cases/note-reading-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { UndoNotice } from "../../undo-notice.tsx";
import { answeredElsewhereAction, closeAction, letterAction } from "./actions.ts";
import { CaseAttachments } from "./case-attachments.tsx";
import { CaseBlocks } from "./case-blocks.tsx";
import { CaseForms } from "./case-forms.tsx";
import { CaseLater } from "./case-later.tsx";
import { CaseMitigations } from "./case-mitigations.tsx";
import { CaseRecipients } from "./case-recipients.tsx";
import { CaseSideForms } from "./case-side-forms.tsx";
import { CaseTop, EmptyCase } from "./case-top.tsx";
import { correctFactAction, settleDraftAction, undoCorrectionAction } from "./fact-actions.ts";
import { joinAction, splitAction } from "./move-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.case);

const input = z.object({
  caseId: z.string().max(40),
  /** Which of its mails is shown; else the one the case is about. */
  mail: z.uuid().optional().catch(undefined),
  wrap: z.enum(["yes", "no"]).catch("yes"),
  sent: z.uuid().optional().catch(undefined),
  from: z.uuid().optional().catch(undefined),
  /** The panel of a fact: its number, `add` or `zone`, and the version of the case it was asked of. */
  fact: z
    .string()
    .regex(/^(?:\d{1,4}|add|zone)v\d{1,9}$/)
    .optional()
    .catch(undefined),
});

const door = { input, may: canEnter };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const found = await readCase(db, viewer, asked.caseId);
  if (!found) notFound();
  const view = bareCase(found);
  await noteReading(db, viewer, view, "case page");
  const links = await readCaseLinks(db, viewer, view.id);
  const hidden = { csrf, caseId: view.id, caseVersion: view.version };
  const mayWork = canWork(viewer) ? hidden : null;
  const leading = leadingComplaint(view.complaintList, view.type);
  if (!leading)
    return (
      <DeskPage room="queue" screen="case" viewer={viewer} csrf={csrf}>
        <EmptyCase view={view} links={links} hidden={mayWork} />
      </DeskPage>
    );
  const mitigations = await listMitigations(db, viewer, view.id);
  const opened = view.complaintList.find(({ id }) => id === asked.mail) ?? leading;
  const wrap = asked.wrap === "yes";
  const maySend = canSend(viewer, view);
  const who = { db, viewer, csrf };
  // Asked before the page is drawn: a part that waits by itself is drawn apart and sewn in, which costs more than the question.
  const [undo, attachments, closed, blocks, later] = await Promise.all([
    UndoNotice({ ...who, now, ...letterToStop(asked, view, now) }),
    CaseAttachments({ ...who, view }),
    CaseMitigations({ ...who, view, made: mitigations }),
    CaseBlocks({ db, viewer, caseId: view.id, type: view.type }),
    CaseLater({ ...who, view, mitigations, now }),
  ]);
  return (
    <DeskPage room="queue" screen="case" viewer={viewer} csrf={csrf}>
      {undo}
      <CaseTop view={view} links={links} now={now} hidden={mayWork} />
      <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-[1fr_1.3fr_0.85fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <TheySay
            key={opened.id}
            complaint={opened}
            {...factsShown(opened)}
            version={view.version}
            asked={askedFact(asked.fact, view.version)}
            framed={view.type !== "csam"}
            wrap={wrap}
            wrapHref={`/cases/${view.id}?mail=${opened.id}&wrap=${wrap ? "no" : "yes"}`}
            correct={correctFactAction}
            undo={undoCorrectionAction}
            hidden={opened === leading ? mayWork : mayWork && { ...mayWork, mail: opened.id }}
          />
          <MailList
            view={view}
            openedId={opened.id}
            split={splitAction}
            move={joinAction}
            hidden={mayWork}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <WeAnswer
            view={view}
            csrf={csrf}
            maySend={maySend}
            action={letterAction}
            elsewhere={answeredElsewhereAction}
            mayClose={canWork(viewer)}
            close={closeAction}
            settle={settleDraftAction}
          />
          <CaseRecipients view={view} mitigations={mitigations} />
          {attachments}
          {closed}
          {blocks}
          {later}
        </div>
        <div className="min-w-0">
          <WeProve triage={leading.triage} caseId={view.id} csrf={csrf} />
        </div>
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <Card title={words().casePage.history}>
          <Timeline items={view.timeline} />
        </Card>
        {mayWork ? <CaseSideForms view={view} viewer={viewer} hidden={mayWork} /> : null}
      </div>
      {mayWork ? <CaseForms view={view} links={links} hidden={mayWork} /> : null}
    </DeskPage>
  );
});

/** A panel asked for in an older state of the case is not opened in this one: facts may have changed their numbers. */
function askedFact(asked: string | undefined, version: number): string | null {
  const [name = "", of] = (asked ?? "").split("v");
  return of === String(version) ? name : null;
}

/** What was sent or closed last, in this case or the one before it; else a letter of this case that still waits. */
function letterToStop(asked: z.infer<typeof input>, view: CaseView, now: number) {
  if (asked.from) return { outboxId: asked.sent, caseId: asked.from };
  const waiting = view.outbox.find((mail) => mail.state === "queued" && mail.notBefore > now);
  return { outboxId: waiting?.id, caseId: waiting && view.id };
}
