import { notFound, redirect } from "next/navigation";
import { Doorway } from "@/components/shell/doorway.tsx";
import { OwnerForm } from "@/components/welcome/owner-form.tsx";
import { words } from "@/components/words/words.ts";
import { LanguageChoice } from "../language-choice.tsx";
import { doorway, isForThisDesk } from "../operator-session.ts";
import { titled } from "../page-metadata.ts";
import { speakToReader } from "../reader.ts";
import { createOwnerAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.welcome);
export const dynamic = "force-dynamic";

export default async function WelcomePage() {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  if ((await doorway()) !== "/welcome") redirect("/sign-in");
  return (
    <Doorway title={words().welcome.title}>
      <p>{words().welcome.about}</p>
      <p>{words().welcome.firstAccount}</p>
      <OwnerForm words={words().welcome.owner} action={createOwnerAction} />
      <LanguageChoice back="/welcome" />
    </Doorway>
  );
}
