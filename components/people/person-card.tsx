import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { words } from "@/components/words/words.ts";
import type { PersonLine } from "@/lib/accounts/user-store.ts";
import { type RelayChoice, RelaySelect } from "./relay-select.tsx";
import { ROLE_NAMES } from "./role-names.ts";

type Props = {
  person: PersonLine;
  relays: RelayChoice[];
  csrf: string;
  actions: Record<"role" | "close" | "signOut" | "codesAway" | "password", ErrorAction>;
};

/** What an owner can change about another person. */
export function PersonCard({ person, relays, csrf, actions }: Props) {
  const { roles, accounts } = words();
  const text = accounts.people;
  const hidden = { csrf, login: person.login };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={text.roleTitle}>
        <ActionForm action={actions.role} hidden={hidden}>
          <Select
            name="role"
            label={text.roleTitle}
            defaultValue={person.role}
            options={ROLE_NAMES.map((value) => ({ value, label: roles[value] }))}
          />
          <RelaySelect
            id="relays"
            label={text.relays}
            hint={text.relaysHint}
            relays={relays}
            chosen={person.relayIds}
          />
          <div>
            <Button>{text.roleSubmit}</Button>
          </div>
        </ActionForm>
      </Card>
      <Card title={text.rescueTitle}>
        <div className="flex flex-col gap-4">
          <ActionForm action={actions.signOut} hidden={hidden} inline>
            <Button>{text.signOut}</Button>
          </ActionForm>
          {person.hasCodes ? (
            <ActionForm action={actions.codesAway} hidden={hidden}>
              <p className="text-sm">{text.codesOffText}</p>
              <div>
                <Button>{text.codesOff}</Button>
              </div>
            </ActionForm>
          ) : null}
        </div>
      </Card>
      <Card title={text.passwordTitle}>
        <ActionForm action={actions.password} hidden={hidden}>
          <Field
            name="password"
            label={text.password}
            type="password"
            autoComplete="new-password"
            minLength={12}
            hint={text.passwordText}
            required
          />
          <div>
            <Button>{text.passwordSubmit}</Button>
          </div>
        </ActionForm>
      </Card>
      <Card title={text.disableTitle}>
        {person.disabledAt === null ? (
          <ActionForm action={actions.close} hidden={hidden}>
            <p className="text-sm">{text.disableText}</p>
            <div>
              <Button look="danger">{text.disable}</Button>
            </div>
          </ActionForm>
        ) : (
          <ActionForm action={actions.close} hidden={{ ...hidden, open: "yes" }}>
            <div>
              <Button>{text.enable}</Button>
            </div>
          </ActionForm>
        )}
      </Card>
    </div>
  );
}
