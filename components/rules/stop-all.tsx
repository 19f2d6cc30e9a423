import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";

type Props = { stopped: boolean; any: boolean; csrf: string; action: ErrorAction | null };

/** The one switch for all rules. */
export function StopAll({ stopped, any, csrf, action }: Props) {
  const button = action ? (
    <ActionForm action={action} hidden={{ csrf, stopped: stopped ? "no" : "yes" }} inline>
      <Button look={stopped ? "primary" : "danger"}>
        {stopped ? "Let rules work again" : "Stop all rules"}
      </Button>
    </ActionForm>
  ) : null;
  if (!stopped) return any ? button : null;
  return (
    <Notice kind="warning">
      <div className="flex flex-wrap items-center gap-4">
        <span>All rules are stopped. None of them acts.</span>
        {button}
      </div>
    </Notice>
  );
}
