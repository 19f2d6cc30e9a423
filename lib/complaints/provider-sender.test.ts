import { expect, test } from "vitest";
import { isProvidersAddress } from "./provider-sender.ts";

test.each([
  ["Hetzner", "abuse@hetzner.com", true],
  ["Hetzner", "network-abuse@abuse.hetzner.com", true],
  ["OVH", "ticket+AB12@abuse.ovh.net", true],
  ["Hetzner", "abuse@hetzner.com.evil.example", false],
  ["Hetzner", "abuse@evil-hetzner.com", false],
  ["Hetzner", "abuse@hetzner-abuse.example", false],
  ["OVH", "abuse@hetzner.com", false],
  ["Marigold Hosting", "abuse@marigold.example", false],
  ["", "abuse@hetzner.com", false],
])("%s writes from %s: %s", (provider, address, own) => {
  expect(isProvidersAddress(provider, address)).toBe(own);
});
