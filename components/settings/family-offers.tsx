import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
import type { FamilyOffer } from "@/lib/relays/family-store.ts";

type Props = { offers: FamilyOffer[]; csrf: string; action: ErrorAction };

/** Relays that ours name as their family. They become ours only by a press here. */
export function FamilyOffers({ offers, csrf, action }: Props) {
  if (offers.length === 0) return null;
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <p className="text-sm">{plural(offers.length, words().settings.offers)}</p>
      <ul className="max-h-80 overflow-y-auto text-sm">
        {offers.map(({ fingerprint, nickname, namedBy, source, mutual }) => (
          <li key={fingerprint}>
            <label className="flex flex-wrap items-baseline gap-2 py-1">
              <input type="checkbox" name="fingerprints" value={fingerprint} />
              <span className="font-medium">{nickname ?? words().settings.noName}</span>
              <code className="break-all">{fingerprint}</code>
              <span>
                {rich(words().settings.namedBy, {
                  source,
                  namedBy,
                  mutual: mutual ? words().settings.mutual : words().settings.notMutual,
                })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button name="answer" value="adopt-all" look="primary">
          {plural(offers.length, words().settings.allMine)}
        </Button>
        <Button name="answer" value="adopted">
          {words().settings.tickedMine}
        </Button>
        <Button name="answer" value="declined">
          {words().settings.tickedNot}
        </Button>
      </div>
    </ActionForm>
  );
}
