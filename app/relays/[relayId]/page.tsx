import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentList } from "@/components/relays/document-list.tsx";
import { PolicyHistory } from "@/components/relays/policy-history.tsx";
import { RelayCases } from "@/components/relays/relay-cases.tsx";
import { RelayHead } from "@/components/relays/relay-head.tsx";
import { RelayIntervals } from "@/components/relays/relay-intervals.tsx";
import { RelayTimeline } from "@/components/relays/relay-timeline.tsx";
import { RemoveForm } from "@/components/relays/remove-form.tsx";
import { SpanNav } from "@/components/relays/span-nav.tsx";
import { StruckList } from "@/components/relays/struck-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { casesOfRelay } from "@/lib/cases/relay-cases-view-store.ts";
import { relayDocuments } from "@/lib/cases/relay-documents-view.ts";
import { readRelay } from "@/lib/cases/relay-view-store.ts";
import { policyVersions } from "@/lib/relays/policy-versions-view.ts";
import { relayStrips } from "@/lib/relays/relay-strips-view.ts";
import { SPANS, spanOf, spanParams } from "@/lib/relays/span-view.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { removeAction, restoreAction, strikeAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.relay);

const day = z.string().max(10).optional().catch(undefined);
const input = z.object({
  relayId: z.uuid(),
  span: z.enum(SPANS).optional().catch(undefined),
  from: day,
  to: day,
  v: z.coerce.number().int().min(1).optional().catch(undefined),
});
const MOST_VERSIONS = 30;
const MOST_DOCUMENTS = 20;

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, now, input: asked }) => {
  const found = await readRelay(db, viewer, asked.relayId);
  if (!found) notFound();
  const { relay, strikes } = found;
  const shown = spanOf(asked, [...relay.tenures, ...relay.policies, ...relay.uptime], now);
  const about = await casesOfRelay(db, viewer, relay, shown);
  const kept = { ...shown, most: MOST_DOCUMENTS };
  const path = `/relays/${found.id}`;
  const manages = canManageRelays(viewer);
  const hidden = { csrf, relayId: found.id };
  const striking = manages ? { action: strikeAction, hidden } : null;
  return (
    <DeskPage room="relays" viewer={viewer} csrf={csrf}>
      <RelayHead relay={relay} now={now} />
      <Card title={words().relays.whatKnown}>
        <SpanNav path={path} shown={shown} />
        <RelayTimeline strips={relayStrips(relay, shown)} shown={shown} cases={about.cases} />
      </Card>
      <div className="my-4 grid items-start gap-4 lg:grid-cols-2">
        <Card title={words().relays.policies}>
          <PolicyHistory
            {...policyVersions(relay, shown, MOST_VERSIONS)}
            isEmpty={relay.policies.length === 0}
            now={now}
            open={asked.v ?? null}
            href={(v) =>
              `${path}?${new URLSearchParams({ ...spanParams(shown), v: `${v}` })}#v${v}`
            }
            striking={striking}
          />
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={words().relays.complaints}>
            <RelayCases {...about} />
          </Card>
          <RelayIntervals relay={relay} shown={shown} striking={striking} now={now} />
          <Card title={words().relays.documents}>
            <DocumentList
              {...(await relayDocuments(db, viewer, relay.fingerprint, kept))}
              path={path}
            />
          </Card>
          <StruckList strikes={strikes} undo={manages ? restoreAction : null} hidden={hidden} />
        </div>
      </div>
      {manages ? (
        <RemoveForm action={removeAction} hidden={hidden} nickname={relay.nickname} />
      ) : null}
    </DeskPage>
  );
});
