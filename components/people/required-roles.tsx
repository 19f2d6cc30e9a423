import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import { ROLE_NAMES } from "./role-names.ts";

type Props = { required: readonly string[]; csrf: string; action: ErrorAction };

/** Which roles need one-time codes. */
export function RequiredRoles({ required, csrf, action }: Props) {
  const { roles, accounts } = words();
  const text = accounts.people;
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm">{text.requireText}</legend>
        {ROLE_NAMES.map((role) => (
          <label key={role} className="flex items-center gap-2">
            <input
              type="checkbox"
              name="roles"
              value={role}
              defaultChecked={required.includes(role)}
              className="checkbox checkbox-sm"
            />
            {roles[role]}
          </label>
        ))}
      </fieldset>
      <div>
        <Button>{text.requireSubmit}</Button>
      </div>
    </ActionForm>
  );
}
