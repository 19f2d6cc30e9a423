import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { FirstSteps } from "@/components/welcome/first-steps.tsx";
import { words } from "@/components/words/words.ts";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { firstRunState } from "@/lib/cases/first-run-store.ts";
import { DeskPage } from "../desk-page.tsx";
import { noInput, operatorPage } from "../operator-page.ts";
import { titled } from "../page-metadata.ts";
import { loadSampleAction } from "./actions.ts";

export const generateMetadata = titled(({ titles }) => titles.start);

export default operatorPage(
  { input: noInput, may: canManageRelays },
  async ({ db, viewer, csrf }) => (
    <DeskPage room={null} viewer={viewer} csrf={csrf}>
      <PageTitle>{words().welcome.firstSteps}</PageTitle>
      <FirstSteps
        state={await firstRunState(db)}
        sample={
          <ActionForm action={loadSampleAction} hidden={{ csrf }}>
            <div>
              <Button>{words().welcome.loadSample}</Button>
            </div>
          </ActionForm>
        }
      />
    </DeskPage>
  ),
);
