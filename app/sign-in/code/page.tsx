import { notFound, redirect } from "next/navigation";
import { CodeForm } from "@/components/security/code-form.tsx";
import { PasskeyEnter } from "@/components/security/passkey-enter.tsx";
import { Doorway } from "@/components/shell/doorway.tsx";
import { words } from "@/components/words/words.ts";
import { readHalf } from "@/lib/accounts/half-sign-in-store.ts";
import { listPasskeys } from "@/lib/accounts/passkey-store.ts";
import { openDesk } from "../../desk.ts";
import { LanguageChoice } from "../../language-choice.tsx";
import { isForThisDesk } from "../../operator-session.ts";
import { titled } from "../../page-metadata.ts";
import { speakToReader } from "../../reader.ts";
import { halfToken } from "../../session-cookie.ts";
import { finishSignInAction } from "../actions.ts";
import { askPasskeyAction, passkeySignInAction } from "../passkey-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.code);

/** The second step. Opens to whose password was right a moment ago; shows nothing of the desk. */
export default async function CodePage() {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  const { db } = openDesk();
  const user = await readHalf(db, await halfToken(), Date.now());
  if (!user) redirect("/sign-in");
  const passkeys = await listPasskeys(db, user.id);
  const { accounts } = words();
  const text = accounts.signIn;
  return (
    <Doorway title={text.codeTitle}>
      <p>{text.codeText}</p>
      <CodeForm action={finishSignInAction} />
      {passkeys.length > 0 ? (
        <PasskeyEnter
          label={accounts.passkeys.second}
          failed={accounts.passkeys.failed}
          step="second"
          ask={askPasskeyAction}
          enter={passkeySignInAction}
        />
      ) : null}
      <p>
        <a href="/sign-in">{text.restart}</a>
      </p>
      <LanguageChoice back="/sign-in/code" />
    </Doorway>
  );
}
