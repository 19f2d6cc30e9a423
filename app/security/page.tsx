import { z } from "zod";
import { PasskeyAdd } from "@/components/security/passkey-add.tsx";
import { PasskeyList } from "@/components/security/passkey-list.tsx";
import { PasswordForm } from "@/components/security/password-form.tsx";
import { ProofFields } from "@/components/security/proof-fields.tsx";
import { SessionList } from "@/components/security/session-list.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { plural, words } from "@/components/words/words.ts";
import { listPasskeys } from "@/lib/accounts/passkey-store.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { countRecoveryCodes } from "@/lib/accounts/recovery-store.ts";
import { listSessions } from "@/lib/accounts/session-store.ts";
import { hasCodes } from "@/lib/accounts/totp-store.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { ownWayIn } from "@/lib/accounts/way-in.ts";
import type { Desk } from "../desk.ts";
import { DeskPage } from "../desk-page.tsx";
import { operatorPage } from "../operator-page.ts";
import { CODES_PAGE } from "../operator-session.ts";
import { titled } from "../page-metadata.ts";
import { sessionToken } from "../session-cookie.ts";
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from "./actions.ts";
import { addPasskeyAction, offerPasskeyAction, removePasskeyAction } from "./passkey-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.account);

const DONE = ["password", "codes-off", "session", "passkey", "passkey-removed"] as const;
const input = z.object({ done: z.enum(DONE).optional().catch(undefined) });
const door = { input, may: canEnter };

export default operatorPage(door, async ({ db, viewer, csrf, now, secretKey, input: { done } }) => {
  const text = words().accounts;
  const said = {
    password: text.passwordCard.changed,
    "codes-off": text.codes.switchedOff,
    session: text.sessions.ended,
    passkey: text.passkeys.added,
    "passkey-removed": text.passkeys.removed,
  };
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle>{text.title}</PageTitle>
      {done ? (
        <div className="mb-4">
          <Notice kind="good">{said[done]}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={text.sessions.title}>
          <SessionList
            sessions={await listSessions(db, viewer, { token: await sessionToken(), now })}
            csrf={csrf}
            end={endSessionAction}
            endOthers={endOtherSessionsAction}
          />
        </Card>
        <Card title={text.codes.title}>
          <CodesState db={db} viewer={viewer} />
        </Card>
        <Card title={text.passwordCard.title}>
          <PasswordForm csrf={csrf} action={changePasswordAction} />
        </Card>
        <Card title={text.wayIn.title}>
          <p className="mb-3 text-sm">{text.wayIn.text}</p>
          <a
            className="link"
            href={`/sign-in?way=${encodeURIComponent((await ownWayIn(db, viewer, secretKey)) ?? "")}`}
          >
            {text.wayIn.link}
          </a>
        </Card>
        <Card title={text.passkeys.title}>
          <p className="mb-3 text-sm">{text.passkeys.text}</p>
          <PasskeyList
            passkeys={await listPasskeys(db, viewer.userId)}
            csrf={csrf}
            remove={removePasskeyAction}
          />
          <PasskeyAdd
            words={text.passkeys}
            csrf={csrf}
            offer={offerPasskeyAction}
            add={addPasskeyAction}
          >
            <Field
              id="passkey-name"
              name="name"
              label={text.passkeys.name}
              placeholder={text.passkeys.namePlaceholder}
              maxLength={60}
              autoComplete="off"
              required
            />
            <ProofFields prefix="passkey" hasCodes={await hasCodes(db, viewer.userId)} />
          </PasskeyAdd>
        </Card>
      </div>
    </DeskPage>
  );
});

async function CodesState({ db, viewer }: { db: Desk["db"]; viewer: Viewer }) {
  const text = words().accounts.codes;
  const isOn = await hasCodes(db, viewer.userId);
  const left = isOn ? await countRecoveryCodes(db, viewer.userId) : 0;
  return (
    <div className="flex flex-col gap-3">
      <p>{isOn ? text.on : text.off}</p>
      {isOn ? <p>{plural(left, text.left)}</p> : null}
      <div>
        <a className="btn" href={CODES_PAGE}>
          {text.manage}
        </a>
      </div>
    </div>
  );
}
