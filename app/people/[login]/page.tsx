import { notFound } from "next/navigation";
import { z } from "zod";
import { PersonCard } from "@/components/people/person-card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { listPeople } from "@/lib/accounts/user-store.ts";
import { relayChoices } from "@/lib/cases/relay-policy.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import {
  changeRoleAction,
  closeAccountAction,
  resetPasswordAction,
  signOutPersonAction,
  takeCodesAwayAction,
} from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.person);

const input = z.object({
  login: z.string().max(120),
  done: z.literal("yes").optional().catch(undefined),
});
const door = { input, may: canManageUsers };
const ACTIONS = {
  role: changeRoleAction,
  close: closeAccountAction,
  signOut: signOutPersonAction,
  codesAway: takeCodesAwayAction,
  password: resetPasswordAction,
};

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const person = (await listPeople(db, now)).find(({ login }) => login === asked.login);
  if (!person) notFound();
  const text = words().accounts.people;
  const isOwn = person.login === viewer.login;
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/people">{text.title}</a>}>
        <span className="break-all">{person.login}</span>
      </PageTitle>
      {asked.done ? (
        <div className="mb-4">
          <Notice kind="good">{text.done}</Notice>
        </div>
      ) : null}
      {isOwn ? (
        <p>
          <a href="/security">{text.own}</a>
        </p>
      ) : (
        <PersonCard
          person={person}
          relays={await relayChoices(db, viewer)}
          csrf={csrf}
          actions={ACTIONS}
        />
      )}
    </DeskPage>
  );
});
