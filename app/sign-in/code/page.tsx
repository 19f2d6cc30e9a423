import { notFound, redirect } from "next/navigation";
import { CodeForm } from "@/components/security/code-form.tsx";
import { Doorway } from "@/components/shell/doorway.tsx";
import { words } from "@/components/words/words.ts";
import { readHalf } from "@/lib/accounts/half-sign-in-store.ts";
import { openDesk } from "../../desk.ts";
import { isForThisDesk } from "../../operator-session.ts";
import { titled } from "../../page-metadata.ts";
import { halfToken } from "../../session-cookie.ts";
import { finishSignInAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.code);

/** The second step. Opens to whose password was right a moment ago; shows nothing of the desk. */
export default async function CodePage() {
  if (!(await isForThisDesk())) notFound();
  if (!(await readHalf(openDesk().db, await halfToken(), Date.now()))) redirect("/sign-in");
  const text = words().accounts.signIn;
  return (
    <Doorway title={text.codeTitle}>
      <p>{text.codeText}</p>
      <CodeForm action={finishSignInAction} />
      <p>
        <a href="/sign-in">{text.restart}</a>
      </p>
    </Doorway>
  );
}
