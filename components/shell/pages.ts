import {
  canEnter,
  canManagePublicPages,
  canManageRelays,
  canManageUsers,
  canSeeDesk,
} from "@/lib/accounts/permissions.ts";
import type { Viewer } from "@/lib/accounts/viewer.ts";

export type Room =
  | "queue"
  | "relays"
  | "policy"
  | "reports"
  | "blocks"
  | "rules"
  | "mailboxes"
  | "settings";
type Place =
  | Room
  | "mitigations"
  | "whatIf"
  | "exits"
  | "templates"
  | "people"
  | "security"
  | "look"
  | "start"
  | "transparency"
  | "networks"
  | "publicPages";

export type DeskPlace = {
  place: Place;
  href: string;
  /** Stands in the navigation of every page; the others are in the palette. */
  room?: true;
  /** The keys that open it from anywhere. */
  keys?: string;
  may: (viewer: Viewer) => boolean;
};

/** The pages of the desk that are reached from anywhere, and by whom. */
export const PLACES: DeskPlace[] = [
  { place: "queue", href: "/queue", room: true, keys: "g q", may: canEnter },
  { place: "relays", href: "/relays", room: true, keys: "g r", may: canSeeDesk },
  { place: "policy", href: "/policy", room: true, keys: "g p", may: canSeeDesk },
  { place: "whatIf", href: "/policy/what-if", may: canSeeDesk },
  { place: "exits", href: "/policy/exits", may: canSeeDesk },
  { place: "mitigations", href: "/mitigations", may: canSeeDesk },
  { place: "blocks", href: "/blocks", room: true, keys: "g b", may: canSeeDesk },
  { place: "networks", href: "/blocks/networks", may: canSeeDesk },
  { place: "reports", href: "/reports", room: true, keys: "g s", may: canSeeDesk },
  { place: "transparency", href: "/reports/transparency", may: canSeeDesk },
  { place: "rules", href: "/rules", room: true, keys: "g u", may: canSeeDesk },
  { place: "mailboxes", href: "/mailboxes", room: true, keys: "g m", may: canSeeDesk },
  { place: "settings", href: "/settings", room: true, keys: "g ,", may: canSeeDesk },
  { place: "templates", href: "/templates", keys: "g t", may: canSeeDesk },
  { place: "publicPages", href: "/settings/public-pages", may: canManagePublicPages },
  { place: "people", href: "/people", may: canManageUsers },
  { place: "security", href: "/security", may: canEnter },
  { place: "look", href: "/look", may: canEnter },
  { place: "start", href: "/start", may: canManageRelays },
];
