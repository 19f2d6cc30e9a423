import { z } from "zod";
import { ProfileForm } from "@/components/settings/profile-form.tsx";
import { ReadingForm } from "@/components/settings/reading-form.tsx";
import { TokenForm } from "@/components/settings/token-form.tsx";
import { TokenList } from "@/components/settings/token-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import {
  canManagePrivacy,
  canManagePublicPages,
  canManageRelays,
  canManageSettings,
  canManageUsers,
  canSeeAudit,
  canSeeDesk,
} from "@/lib/accounts/permissions.ts";
import { listApiTokens } from "@/lib/cases/api-token-store.ts";
import { readOperatorProfile } from "@/lib/cases/operator-profile-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { chooseReadingAction } from "../language-actions.ts";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { createTokenAction, revokeTokenAction, saveProfileAction } from "./actions.ts";
import { RelaySourcesCard } from "./relay-sources-card.tsx";

export const generateMetadata = titled(({ titles }) => titles.settings);

const saved = z.enum(["reader", "profile", "token", "source", "reading", "family"]);
const input = z.object({ saved: saved.optional().catch(undefined) });

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, reads, csrf, input: asked }) => (
  <DeskPage room="settings" viewer={viewer} csrf={csrf}>
    <PageTitle
      aside={
        <span className="flex flex-wrap gap-2">
          <a className="btn btn-sm" href="/security">
            {words().accounts.title}
          </a>
          <a className="btn btn-sm" href="/templates">
            {words().settings.templates}
          </a>
          {canManagePublicPages(viewer) ? (
            <a className="btn btn-sm" href="/settings/public-pages">
              {words().publicPages.title}
            </a>
          ) : null}
          {canManagePrivacy(viewer) ? (
            <a className="btn btn-sm" href="/settings/retention">
              {words().retention.title}
            </a>
          ) : null}
          {canSeeAudit(viewer) ? (
            <a className="btn btn-sm" href="/audit">
              {words().audit.title}
            </a>
          ) : null}
          {canManageSettings(viewer) ? (
            <a className="btn btn-sm" href="/settings/alerts">
              {words().alerts.title}
            </a>
          ) : null}
          {canManageSettings(viewer) ? (
            <a className="btn btn-sm" href="/settings/senders">
              {words().senders.title}
            </a>
          ) : null}
          {canManageUsers(viewer) ? (
            <a className="btn btn-sm" href="/people">
              {words().settings.people}
            </a>
          ) : null}
        </span>
      }
    >
      {words().nav.settings}
    </PageTitle>
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {asked.saved ? (
        <div className="lg:col-span-2">
          <Notice kind="good">{words().settings.saved[asked.saved]}</Notice>
        </div>
      ) : null}
      <ReadingForm reads={reads} csrf={csrf} action={chooseReadingAction} />
      {canManageSettings(viewer) ? (
        <>
          <Card title={words().settings.signed}>
            <ProfileForm
              words={words().settings.profile}
              profile={await readOperatorProfile(db)}
              csrf={csrf}
              action={saveProfileAction}
            />
          </Card>
          <Card title={words().settings.webhook}>
            <p className="mb-4 text-sm">
              {rich(words().settings.webhookText, {
                code: <code>/api/intake</code>,
                codeb: <code>Content-Type: message/rfc822</code>,
                codec: <code>Authorization: Bearer TOKEN</code>,
                doc: <code>docs/webhook.md</code>,
              })}
            </p>
            <TokenForm words={words().settings.token} action={createTokenAction} csrf={csrf} />
            <TokenList
              tokens={await listApiTokens(db, viewer)}
              csrf={csrf}
              action={revokeTokenAction}
            />
          </Card>
        </>
      ) : null}
      {canManageRelays(viewer) ? <RelaySourcesCard db={db} viewer={viewer} csrf={csrf} /> : null}
    </div>
  </DeskPage>
));
