import { z } from "zod";
import { CodesPanel } from "@/components/security/codes-panel.tsx";
import { ProofFields } from "@/components/security/proof-fields.tsx";
import { QrCode } from "@/components/security/qr-code.tsx";
import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { seedUri } from "@/lib/accounts/one-time-code.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { hasCodes, readTotp } from "@/lib/accounts/totp-store.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { currentSession } from "../../operator-session.ts";
import { titled } from "../../page-metadata.ts";
import {
  beginCodesAction,
  confirmCodesAction,
  renewRecoveryCodesAction,
  switchCodesOffAction,
} from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.codes);

const door = { input: z.object({}), may: canEnter, beforeCodes: true as const };

export default operatorPage(door, async ({ db, viewer, csrf, secretKey }) => {
  const { codes, proof } = words().accounts;
  const isOn = await hasCodes(db, viewer.userId);
  const pending = isOn ? null : await readTotp(db, viewer.userId, secretKey);
  const stage = pending === null ? "off" : "pending";
  const mustEnrol = (await currentSession())?.mustEnrol === true;
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle>{codes.title}</PageTitle>
      {mustEnrol ? (
        <div className="mb-4">
          <Notice kind="warning">{codes.required}</Notice>
        </div>
      ) : null}
      <div className="flex max-w-2xl flex-col gap-4">
        <Card title={codes.title}>
          <CodesPanel
            words={{ codes, proof }}
            csrf={csrf}
            stage={isOn ? "on" : stage}
            confirm={confirmCodesAction}
            renew={renewRecoveryCodesAction}
          >
            <p>{isOn ? codes.on : codes.off}</p>
            {pending ? <Secret login={viewer.login} seed={pending.seed} /> : null}
          </CodesPanel>
        </Card>
        {isOn ? (
          <Card title={codes.offTitle}>
            <p className="mb-4 text-sm">{codes.offText}</p>
            <ActionForm action={switchCodesOffAction} hidden={{ csrf }}>
              <ProofFields prefix="off" hasCodes />
              <div>
                <Button look="danger">{codes.switchOff}</Button>
              </div>
            </ActionForm>
          </Card>
        ) : (
          <Card title={pending ? codes.again : codes.begin}>
            <p className="mb-4 text-sm">{codes.beginText}</p>
            <ActionForm action={beginCodesAction} hidden={{ csrf }}>
              <ProofFields prefix="begin" hasCodes={false} />
              <div>
                <Button look={pending ? "plain" : "primary"}>{codes.begin}</Button>
              </div>
            </ActionForm>
          </Card>
        )}
      </div>
    </DeskPage>
  );
});

/** As a picture and as letters: where pictures are off, or the app is on this machine. */
function Secret({ login, seed }: { login: string; seed: string }) {
  const { codes } = words().accounts;
  return (
    <>
      <p>{codes.scan}</p>
      <QrCode text={seedUri(login, seed)} label={codes.picture} />
      <p>
        {codes.secret}:{" "}
        <code className="mono select-all">{seed.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
    </>
  );
}
