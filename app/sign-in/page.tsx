import { notFound, redirect } from "next/navigation";
import { Doorway } from "@/components/shell/doorway.tsx";
import { SignInForm } from "@/components/welcome/sign-in-form.tsx";
import { words } from "@/components/words/words.ts";
import { currentSession, doorway, isForThisDesk } from "../operator-session.ts";
import { titled } from "../page-metadata.ts";
import { speakToReader } from "../reader.ts";
import { signInAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.signIn);

export default async function SignInPage() {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  if (await currentSession()) redirect("/queue");
  if ((await doorway()) === "/welcome") redirect("/welcome");
  return (
    <Doorway title={words().welcome.signIn}>
      <SignInForm words={words().welcome.signInForm} action={signInAction} />
    </Doorway>
  );
}
