import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { words } from "@/components/words/words.ts";

type Props = { stopped: boolean; any: boolean; csrf: string; action: ErrorAction | null };

/** The one switch for all rules. */
export function StopAll({ stopped, any, csrf, action }: Props) {
  const button = action ? (
    <ActionForm action={action} hidden={{ csrf, stopped: stopped ? "no" : "yes" }} inline>
      <Button look={stopped ? "primary" : "danger"}>
        {stopped ? words().rules.resume : words().rules.stop}
      </Button>
    </ActionForm>
  ) : null;
  if (!stopped) return any ? button : null;
  return (
    <Notice kind="warning">
      <div className="flex flex-wrap items-center gap-4">
        <span>{words().rules.stopped}</span>
        {button}
      </div>
    </Notice>
  );
}
