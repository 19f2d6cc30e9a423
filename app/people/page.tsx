import { z } from "zod";
import { InvitationList } from "@/components/people/invitation-list.tsx";
import { InviteForm } from "@/components/people/invite-form.tsx";
import { PersonForm } from "@/components/people/person-form.tsx";
import { PersonList } from "@/components/people/person-list.tsx";
import { RequiredRoles } from "@/components/people/required-roles.tsx";
import { ROLE_NAMES } from "@/components/people/role-names.ts";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { listInvitations } from "@/lib/accounts/invitation-store.ts";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { readRequiredRoles } from "@/lib/accounts/required-factor-store.ts";
import { listPeople } from "@/lib/accounts/user-store.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { deskAddress } from "../this-browser.ts";
import {
  addPersonAction,
  inviteAction,
  requireCodesAction,
  revokeInvitationAction,
} from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.people);

const input = z.object({
  added: z.string().max(40).optional().catch(undefined),
  done: z.enum(["invitation", "required"]).optional().catch(undefined),
});
const door = { input, may: canManageUsers };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const { roles, accounts } = words();
  const text = accounts.people;
  const people = await listPeople(db, now);
  const added = people.find((person) => person.login === asked.added);
  const done = asked.done === "invitation" ? text.takenBack : text.kept;
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle>{text.title}</PageTitle>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {added || asked.done ? (
          <div className="lg:col-span-2">
            <Notice kind="good">{added ? `${added.login} can sign in now.` : done}</Notice>
          </div>
        ) : null}
        <Card title={text.list}>
          <PersonList people={people} own={viewer.login} />
        </Card>
        <Card title={text.inviteTitle}>
          <InviteForm
            words={text}
            roles={ROLE_NAMES.map((value) => ({ value, label: roles[value] }))}
            relays={await relayChoices(db, viewer)}
            base={await deskAddress()}
            csrf={csrf}
            action={inviteAction}
          />
          <InvitationList
            invitations={await listInvitations(db, now)}
            csrf={csrf}
            revoke={revokeInvitationAction}
          />
        </Card>
        <Card title={words().people.addPerson}>
          <PersonForm
            words={words().people.form}
            csrf={csrf}
            roles={roles}
            action={addPersonAction}
          />
        </Card>
        <Card title={text.requireTitle}>
          <RequiredRoles
            required={await readRequiredRoles(db)}
            csrf={csrf}
            action={requireCodesAction}
          />
        </Card>
      </div>
    </DeskPage>
  );
});
