import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportResult } from "@/components/relays/import-result.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { words } from "@/components/words/words.ts";
import { canSeeDesk } from "@/lib/accounts/permissions.ts";
import { readRelayImport } from "@/lib/cases/relay-import-store.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { operatorPage } from "../../../operator-page.ts";
import { titled } from "../../../page-metadata.ts";

export const generateMetadata = titled(({ titles }) => titles.told);

const input = z.object({ importId: z.uuid() });

const door = { input, may: canSeeDesk };

export default operatorPage(door, async ({ db, viewer, csrf, input: asked }) => {
  const told = await readRelayImport(db, viewer, asked.importId);
  if (!told) notFound();
  return (
    <DeskPage room="relays" viewer={viewer} csrf={csrf}>
      <PageTitle>{words().relays.toldTitle}</PageTitle>
      <ImportResult told={told} />
    </DeskPage>
  );
});
