import { notFound, redirect } from "next/navigation";
import { Doorway } from "@/components/shell/doorway.tsx";
import { SignInForm } from "@/components/welcome/sign-in-form.tsx";
import { currentSession, doorway, isForThisDesk } from "../operator-session.ts";
import { speakToReader } from "../reader.ts";
import { signInAction } from "./actions.ts";

export const metadata = { title: "Sign in · Exitdesk" };

export default async function SignInPage() {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  if (await currentSession()) redirect("/queue");
  if ((await doorway()) === "/welcome") redirect("/welcome");
  return (
    <Doorway title="Sign in">
      <SignInForm action={signInAction} />
    </Doorway>
  );
}
