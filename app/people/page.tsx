import { z } from "zod";
import { PersonForm } from "@/components/people/person-form.tsx";
import { PersonList } from "@/components/people/person-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { listUsers } from "@/lib/accounts/user-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { addPersonAction, resetPasswordAction } from "./actions.ts";

export const metadata = { title: "People · Exitdesk" };

const name = z.string().max(40).optional().catch(undefined);

export default operatorPage(
  { input: z.object({ added: name, reset: name }), may: canManageUsers },
  async ({ db, viewer, csrf, input: asked }) => {
    const people = await listUsers(db);
    const known = (login: string | undefined) => people.find((person) => person.login === login);
    const added = known(asked.added);
    const reset = known(asked.reset);
    return (
      <DeskPage room="settings" viewer={viewer} csrf={csrf}>
        <PageTitle>People</PageTitle>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {added ? (
            <div className="lg:col-span-2">
              <Notice kind="good">{added.login} can sign in now.</Notice>
            </div>
          ) : null}
          {reset ? (
            <div className="lg:col-span-2">
              <Notice kind="good">
                {reset.login} has the new password and is signed out everywhere.
              </Notice>
            </div>
          ) : null}
          <Card title="Who works here">
            <PersonList
              people={people}
              own={viewer.login}
              csrf={csrf}
              reset={resetPasswordAction}
            />
          </Card>
          <Card title="Add a person">
            <PersonForm csrf={csrf} action={addPersonAction} />
          </Card>
        </div>
      </DeskPage>
    );
  },
);
