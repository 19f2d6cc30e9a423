import { FamilyOffers } from "@/components/settings/family-offers.tsx";
import { RelaySources } from "@/components/settings/relay-sources.tsx";
import { Card } from "@/components/ui/card.tsx";
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
      <Card title="Relay sources">
        <p className="mb-4 text-sm">
          The desk reads these again every hour, so that the history of your relays grows by itself.
        </p>
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
