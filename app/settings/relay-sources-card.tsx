import { FamilyOffers } from "@/components/settings/family-offers.tsx";
import { RelaySources } from "@/components/settings/relay-sources.tsx";
import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";
import { listFamilyOffers } from "@/lib/cases/adopt-family.ts";
import { listRelaySources } from "@/lib/cases/save-relay-source.ts";
import type { Desk } from "../desk.ts";
import {
  answerFamilyAction,
  readSourceAction,
  removeSourceAction,
  saveSourceAction,
} from "./relay-source-actions.ts";

type Props = { db: Desk["db"]; viewer: Viewer; csrf: string };

/** Where the desk reads about the relays by itself, and the relays of the family it found there. */
export async function RelaySourcesCard({ db, viewer, csrf }: Props) {
  return (
    <div id="sources" className="flex min-w-0 flex-col gap-4">
      <Card title={words().settings.sources}>
        <p className="mb-4 text-sm">{words().settings.sourcesText}</p>
        <RelaySources
          sources={await listRelaySources(db, viewer)}
          csrf={csrf}
          actions={{ save: saveSourceAction, read: readSourceAction, remove: removeSourceAction }}
        />
        <div className="mt-4">
          <FamilyOffers
            offers={await listFamilyOffers(db, viewer)}
            csrf={csrf}
            action={answerFamilyAction}
          />
        </div>
      </Card>
    </div>
  );
}
