import { notFound } from "next/navigation";
import { JoinForm } from "@/components/people/join-form.tsx";
import { Doorway } from "@/components/shell/doorway.tsx";
import { words } from "@/components/words/words.ts";
import { findInvitation } from "@/lib/accounts/invitation-store.ts";
import { openDesk } from "../../desk.ts";
import { isForThisDesk } from "../../operator-session.ts";
import { titled } from "../../page-metadata.ts";
import { speakToReader } from "../../reader.ts";
import { acceptInvitationAction } from "../actions.ts";

export const generateMetadata = titled(({ titles }) => titles.join);

/** Where an invitation leads. Opening the link uses nothing up; making the account does. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  if (!(await isForThisDesk())) notFound();
  await speakToReader();
  const { token } = await params;
  const invited = await findInvitation(openDesk().db, token, Date.now());
  const { roles, accounts } = words();
  const text = accounts.join;
  if (!invited)
    return (
      <Doorway title={text.closedTitle}>
        <p>{text.closedText}</p>
      </Doorway>
    );
  return (
    <Doorway title={text.title}>
      <p>{text.text}</p>
      <p className="font-medium">{roles[invited.role]}</p>
      <JoinForm words={text} token={token} action={acceptInvitationAction} />
    </Doorway>
  );
}
