import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseLinks } from "@/lib/cases/case-links-view-store.ts";

type Props = {
  lookalikes: CaseLinks["lookalikes"];
  join: ErrorAction;
  notSame: ErrorAction;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** Cases this one looks like. The desk joins nothing by itself here: anybody can write a reference into a subject. */
export function LookalikeNotice({ lookalikes, join, notSame, hidden }: Props) {
  return lookalikes.map(({ id, ref, title, reason }) => (
    <div key={id} className="mb-4">
      <Notice kind="info">
        <p>
          {rich(words().casePage.looksLike, { link: <a href={`/cases/${id}`}>{ref}</a>, title })}
        </p>
        <p className="text-sm opacity-80">{reason}.</p>
        {hidden ? (
          <div className="mt-2 flex flex-wrap gap-3">
            <ActionForm action={join} hidden={{ ...hidden, into: id }} inline>
              <Button data-same>{words().casePage.join}</Button>
            </ActionForm>
            <ActionForm action={notSame} hidden={{ ...hidden, otherId: id }} inline>
              <Button>{words().casePage.notSame}</Button>
            </ActionForm>
          </div>
        ) : null}
      </Notice>
    </div>
  ));
}
