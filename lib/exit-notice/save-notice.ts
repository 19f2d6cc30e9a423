import { onRecord } from "../accounts/audit-store.ts";
import { canManagePublicPages } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { listRelayNames } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import {
  isNameTaken,
  type NoticeSettings,
  type NoticeSwitch,
  putSwitch,
  writeNoticeSettings,
} from "./notice-store.ts";

/** Switches the public page of one relay, its form, and its place in the list. */
export async function saveNotice(
  db: Db,
  viewer: Viewer,
  { now, ...given }: NoticeSwitch & { now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManagePublicPages(viewer)) return forbidden("publish pages");
  const relay = (await listRelayNames(db, viewer)).find(({ id }) => id === given.relayId);
  if (relay === undefined) return notFound("relay");
  const name = given.name.trim().toLowerCase() || relay.nickname.toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,38}$/.test(name))
    return refuse(
      "bad-name",
      `"${name.slice(0, 40)}" cannot stand in a web address. Use letters, digits and hyphens.`,
    );
  if (await isNameTaken(db, name, relay.id))
    return refuse(
      "name-taken",
      `Another relay's page is called ${name} already. Choose another name.`,
    );
  const act = { kind: "settings", what: `public page: ${name}` } as const;
  await onRecord(db, viewer.userId, act, (tx) =>
    putSwitch(tx, { ...given, name }, { by: viewer.userId, now }),
  );
  return { ok: true };
}

/** What all public pages share. */
export async function saveNoticeSettings(
  db: Db,
  viewer: Viewer,
  given: NoticeSettings,
): Promise<{ ok: true } | Refusal> {
  if (!canManagePublicPages(viewer)) return forbidden("publish pages");
  const contact = given.contact.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (contact.length > 200) return refuse("too-long", "The contact is longer than 200 characters.");
  const url = given.deskUrl.trim().replace(/(?<!\/)\/+$/, "");
  if (url !== "" && !/^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/i.test(url))
    return refuse("bad-url", "The address must look like https://exit.example, without a path.");
  const act = { kind: "settings", what: "public pages" } as const;
  await onRecord(db, viewer.userId, act, (tx) =>
    writeNoticeSettings(tx, { contact, deskUrl: url }),
  );
  return { ok: true };
}
