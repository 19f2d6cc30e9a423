import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { FamilyOffer } from "@/lib/relays/family-store.ts";

type Props = { offers: FamilyOffer[]; csrf: string; action: ErrorAction };

/** Relays that ours name as their family. They become ours only by a press here. */
export function FamilyOffers({ offers, csrf, action }: Props) {
  if (offers.length === 0) return null;
  return (
    <ActionForm action={action} hidden={{ csrf }}>
      <p className="text-sm">
        Your relays name {offers.length} more as their family. Until you say that they are yours the
        desk learns nothing about them.
      </p>
      <ul className="max-h-80 overflow-y-auto text-sm">
        {offers.map(({ fingerprint, nickname, namedBy, source, mutual }) => (
          <li key={fingerprint}>
            <label className="flex flex-wrap items-baseline gap-2 py-1">
              <input type="checkbox" name="fingerprints" value={fingerprint} />
              <span className="font-medium">{nickname ?? "Name not known"}</span>
              <code className="break-all">{fingerprint}</code>
              <span>
                {source} of {namedBy}
                {mutual ? ", and it says so too" : ", but it has not been seen to say so too"}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button name="answer" value="adopt-all" look="primary">
          All {offers.length} are mine
        </Button>
        <Button name="answer" value="adopted">
          The ticked ones are mine
        </Button>
        <Button name="answer" value="declined">
          The ticked ones are not
        </Button>
      </div>
    </ActionForm>
  );
}
