import { notFound, redirect } from "next/navigation";
import { PasskeyEnter } from "@/components/security/passkey-enter.tsx";
import { Doorway } from "@/components/shell/doorway.tsx";
import { SignInForm } from "@/components/welcome/sign-in-form.tsx";
import { words } from "@/components/words/words.ts";
import { LanguageChoice } from "../language-choice.tsx";
import { currentSession, doorway, isForThisDesk } from "../operator-session.ts";
import { titled } from "../page-metadata.ts";
import { speakToReader } from "../reader.ts";
import { signInAction } from "./actions.ts";
import { askPasskeyAction, passkeySignInAction } from "./passkey-actions.ts";

export const generateMetadata = titled(({ titles }) => titles.signIn);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  if (await currentSession()) redirect("/queue");
  if ((await doorway()) === "/welcome") redirect("/welcome");
  const { way } = await searchParams;
  return (
    <Doorway title={words().welcome.signIn}>
      <SignInForm words={words().welcome.signInForm} action={signInAction} way={oneText(way)} />
      <PasskeyEnter
        label={words().accounts.passkeys.signIn}
        failed={words().accounts.passkeys.failed}
        step="sign-in"
        ask={askPasskeyAction}
        enter={passkeySignInAction}
      />
      <LanguageChoice back="/sign-in" />
    </Doorway>
  );
}

/** Of a person's own sign-in link. */
function oneText(asked: string | string[] | undefined): string {
  return typeof asked === "string" ? asked.slice(0, 200) : "";
}
