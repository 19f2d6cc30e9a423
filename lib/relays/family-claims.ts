import type { DescriptorFacts } from "./read-descriptor.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";

/** A relay one of ours names as its family. `mutual`: it says so too, or both share a family key. */
export type FamilyClaim = {
  fingerprint: string;
  nickname: string | null;
  namedBy: string;
  source: string;
  mutual: boolean;
};

const MAX_CLAIMS = 10_000;

/**
 * The relays that ours name as family in these documents and that are not ours yet. Only a relay of ours can name them: a
 * stranger who lists ours gains nothing. A torrc is the operator's own. Pure.
 */
export function familyClaims(
  documents: readonly TorDocument[],
  isOurs: (fingerprint: string) => boolean,
): FamilyClaim[] {
  const claims = new Map<string, FamilyClaim>();
  for (const claim of [
    ...fromTorrc(documents),
    ...fromDescriptors(documents, isOurs),
    ...fromOnionoo(documents, isOurs),
  ]) {
    if (isOurs(claim.fingerprint) || claims.size >= MAX_CLAIMS) continue;
    const known = claims.get(claim.fingerprint);
    if (known === undefined || (claim.mutual && !known.mutual)) {
      claims.set(claim.fingerprint, {
        ...claim,
        nickname: claim.nickname ?? known?.nickname ?? null,
      });
    }
  }
  return [...claims.values()];
}

function fromTorrc(documents: readonly TorDocument[]): FamilyClaim[] {
  return ofKind(documents, "torrc").flatMap(({ torrc }) =>
    torrc.family.map((fingerprint) => ({
      fingerprint,
      nickname: null,
      namedBy: torrc.nickname ?? "a torrc",
      source: "torrc (MyFamily)",
      mutual: false,
    })),
  );
}

function fromDescriptors(
  documents: readonly TorDocument[],
  isOurs: (fingerprint: string) => boolean,
): FamilyClaim[] {
  const sound = ofKind(documents, "descriptors")
    .flatMap(({ descriptors }) => descriptors)
    .filter(({ rsa, ed25519 }) => rsa === "valid" && ed25519 !== "invalid");
  const ours = sound.filter(({ fingerprint }) => fingerprint !== null && isOurs(fingerprint));
  const keys = new Map(ours.flatMap((one) => one.familyKeys.map((key) => [key, one] as const)));
  const byPrint = new Map(sound.map((one) => [one.fingerprint, one]));
  const named = ours.flatMap((one) =>
    one.family.map((fingerprint) => claimOf(one, fingerprint, byPrint.get(fingerprint))),
  );
  const sharing = sound.flatMap((other) => {
    const owner = other.familyKeys.map((key) => keys.get(key)).find((one) => one !== undefined);
    if (owner === undefined || other.fingerprint === null) return [];
    return [
      {
        ...claimOf(owner, other.fingerprint, other),
        mutual: true,
        source: "descriptor (family key)",
      },
    ];
  });
  return [...named, ...sharing];
}

function claimOf(
  owner: DescriptorFacts,
  fingerprint: string,
  other: DescriptorFacts | undefined,
): FamilyClaim {
  return {
    fingerprint,
    nickname: other?.nickname ?? null,
    namedBy: owner.nickname,
    source: "descriptor (family)",
    mutual: other?.family.includes(owner.fingerprint ?? "") === true,
  };
}

function fromOnionoo(
  documents: readonly TorDocument[],
  isOurs: (fingerprint: string) => boolean,
): FamilyClaim[] {
  const relays = ofKind(documents, "onionoo").flatMap((document) => document.relays);
  const names = new Map(relays.map(({ fingerprint, nickname }) => [fingerprint, nickname]));
  return relays
    .filter(({ fingerprint }) => isOurs(fingerprint))
    .flatMap(({ nickname, family }) =>
      family.map((fingerprint) => ({
        fingerprint,
        nickname: names.get(fingerprint) ?? null,
        namedBy: nickname,
        source: "Onionoo (effective family)",
        mutual: true,
      })),
    );
}
