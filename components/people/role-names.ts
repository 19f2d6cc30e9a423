import type { Role } from "@/lib/accounts/viewer.ts";

/** The roles in the order they are offered. */
export const ROLE_NAMES = [
  "owner",
  "operator",
  "counsel",
  "delegate",
  "read-only",
] as const satisfies readonly Role[];
