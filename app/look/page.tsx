import { z } from "zod";
import { LookForm } from "@/components/look/look-form.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { DeskPage } from "../desk-page.tsx";
import { chosenLook } from "../look-cookie.ts";
import { operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { saveLookAction } from "./actions.ts";

export const generateMetadata = titled((words) => words.keys.look.title);

const input = z.object({ saved: z.literal("yes").optional().catch(undefined) });

export default operatorPage({ input, may: canEnter }, async ({ viewer, csrf, input: asked }) => {
  const { title, hint, saved } = words().keys.look;
  return (
    <DeskPage room="settings" viewer={viewer} csrf={csrf}>
      <PageTitle>{title}</PageTitle>
      <div className="flex max-w-xl flex-col gap-4">
        {asked.saved ? <Notice kind="good">{saved}</Notice> : null}
        <Card title={hint}>
          <LookForm {...(await chosenLook())} csrf={csrf} action={saveLookAction} />
        </Card>
      </div>
    </DeskPage>
  );
});
