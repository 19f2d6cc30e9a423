import { z } from "zod";
import { RelayCard } from "@/components/relays/relay-card.tsx";
import { RelayForm } from "@/components/relays/relay-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { listRelays } from "@/lib/relays/store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { addRelayAction } from "./actions.ts";

export const metadata = { title: "Relays · Exitdesk" };

const note = z.string().max(400);
const input = z.object({
  added: z.string().max(400).optional(),
  note: z
    .union([note, z.array(note).max(12)])
    .optional()
    .catch(undefined),
});

export default operatorPage({ input }, async ({ db, viewer, csrf, input: asked }) => {
  const relays = await listRelays(db, viewer);
  const notes = [asked.note ?? []].flat();
  return (
    <DeskPage room="relays" viewer={viewer} csrf={csrf}>
      <PageTitle>{words.nav.relays}</PageTitle>
      <div className="flex flex-col gap-4">
        {asked.added ? (
          <Notice kind="good">
            The desk knows more about {asked.added} now. Cases that are still open can be checked
            again on their page.
          </Notice>
        ) : null}
        {notes.map((one) => (
          <Notice key={one} kind="warning">
            {one}
          </Notice>
        ))}
        {relays.length === 0 ? (
          <Notice kind="info">
            No relay yet. Without one the desk can read complaints but prove nothing about them.
          </Notice>
        ) : null}
        {relays.map(({ id, relay }) => (
          <RelayCard key={id} relay={relay} />
        ))}
        {canManageRelays(viewer) ? (
          <Card title="Add a relay, or tell the desk more about yours">
            <RelayForm action={addRelayAction} csrf={csrf} />
          </Card>
        ) : null}
      </div>
    </DeskPage>
  );
});
