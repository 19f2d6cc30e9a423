import { WRAPPERS } from "./wrappers/registry.ts";

/**
 * Does this provider write from this address? True only for providers whose domains the desk knows: any other name is what
 * the mail calls itself. Says nothing about whether the address is authentic.
 */
export function isProvidersAddress(provider: string, address: string): boolean {
  return WRAPPERS.some(
    (reader) => reader.provider === provider && reader.senders?.test(address) === true,
  );
}
