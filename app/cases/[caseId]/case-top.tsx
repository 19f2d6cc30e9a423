import { CaseHead } from "@/components/case/case-head.tsx";
import { LookalikeNotice } from "@/components/case/lookalike-notice.tsx";
import { MergedCase } from "@/components/case/merged-case.tsx";
import type { CaseView } from "@/lib/cases/case.ts";
import type { CaseLinks } from "@/lib/cases/case-links-view-store.ts";
import { joinAction, notTheSameAction, undoMoveAction } from "./move-actions.ts";

type Props = {
  view: CaseView;
  links: CaseLinks;
  now: number;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** The head of a case, with the cases it looks like. */
export function CaseTop({ view, links, now, hidden }: Props) {
  return (
    <>
      <CaseHead view={view} now={now} />
      <LookalikeNotice
        lookalikes={links.lookalikes}
        join={joinAction}
        notSame={notTheSameAction}
        hidden={hidden}
      />
    </>
  );
}

/** What is left of a case whose mails are in another one. */
export function EmptyCase({ view, links, hidden }: Omit<Props, "now">) {
  return <MergedCase view={view} links={links} undo={undoMoveAction} hidden={hidden} />;
}
