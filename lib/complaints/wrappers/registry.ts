import type { Wrapper } from "../complaint.ts";
import { generic } from "./generic.ts";
import { hetzner } from "./hetzner.ts";
import { aws, contabo, digitalocean, leaseweb, linode, ovh, scaleway } from "./known-hosters.ts";
import type { WrapperInput, WrapperReader } from "./wrapper-reader.ts";

/** Every provider whose letters have a shape of their own, then any provider. First that recognises a mail reads it. */
export const WRAPPERS: readonly WrapperReader[] = [
  hetzner,
  ovh,
  digitalocean,
  linode,
  aws,
  leaseweb,
  contabo,
  scaleway,
  generic,
];

/** What the provider says round the complaint, null when the complaint came straight. */
export function readWrapper(input: WrapperInput): Wrapper | null {
  const reader = WRAPPERS.find((each) => each.recognise(input));
  return reader?.read(input) ?? null;
}
