import { z } from "zod";
import { Pager } from "@/components/relays/pager.tsx";
import { RelayForm } from "@/components/relays/relay-form.tsx";
import { RelaySearch } from "@/components/relays/relay-search.tsx";
import { RelayTable } from "@/components/relays/relay-table.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { listRelayRows } from "@/lib/cases/relay-list-view-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { addRelayAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.relays);

const SIZE = 50;
const input = z.object({
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: { q, page } }) => {
  const list = await listRelayRows(db, viewer, { search: q, page, size: SIZE, now });
  const manages = canManageRelays(viewer);
  return (
    <DeskPage room="relays" viewer={viewer} csrf={csrf}>
      <PageTitle
        aside={
          manages && list.all > 0 ? (
            <a className="btn btn-sm" href="#add">
              {words().relays.add}
            </a>
          ) : null
        }
      >
        {words().nav.relays}
      </PageTitle>
      {list.all === 0 ? (
        <Notice kind="info">{words().relays.noRelay}</Notice>
      ) : (
        <>
          <RelaySearch search={q} found={list.found} all={list.all} />
          {list.found === 0 ? (
            <Notice kind="info">{words().relays.noMatch}</Notice>
          ) : (
            <RelayTable rows={list.rows} now={now} />
          )}
          <Pager
            page={list.page}
            pages={list.pages}
            href={(to) => `/relays?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`}
          />
        </>
      )}
      {manages ? (
        <div id="add" className="mt-6">
          <Card title={words().relays.addTitle}>
            <RelayForm words={words().relays.form} action={addRelayAction} csrf={csrf} />
          </Card>
        </div>
      ) : null}
    </DeskPage>
  );
});
