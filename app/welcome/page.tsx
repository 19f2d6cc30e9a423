import { notFound, redirect } from "next/navigation";
import { Doorway } from "@/components/shell/doorway.tsx";
import { OwnerForm } from "@/components/welcome/owner-form.tsx";
import { doorway, isForThisDesk } from "../operator-session.ts";
import { speakToReader } from "../reader.ts";
import { createOwnerAction } from "./actions.ts";

export const metadata = { title: "Welcome · Exitdesk" };
export const dynamic = "force-dynamic";

export default async function WelcomePage() {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  if ((await doorway()) !== "/welcome") redirect("/sign-in");
  return (
    <Doorway title="Welcome to your abuse desk">
      <p>
        Complaints about your relays come in here. The desk reads each one, checks it against what
        your relay did at that moment, and drafts the answer. You read it and send it.
      </p>
      <p>
        First, the account that owns this desk. There is no default one, and nobody can reset it
        from outside.
      </p>
      <OwnerForm action={createOwnerAction} />
    </Doorway>
  );
}
