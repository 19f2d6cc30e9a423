import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { listRelays } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import { noticePath } from "./notice.ts";
import type { NoticeLanguage } from "./notice-language.ts";
import { noticePage } from "./notice-page.ts";
import { listSwitches, readNoticeSettings } from "./notice-store.ts";
import { readNotice } from "./read-notice.ts";

type Asked = { relayId: string; language: NoticeLanguage; now: Instant };

/**
 * The page of a relay as one file for its own web server or tor's DirPortFrontPage. It leads to the desk's form only where
 * that is published and the operator said where the desk is. Null:
 * there is no such relay, or it holds no address now.
 */
export async function noticeFile(
  db: Db,
  viewer: Viewer,
  { relayId, language, now }: Asked,
): Promise<{ name: string; text: string } | null> {
  const [relay] = await listRelays(db, viewer, relayId);
  if (relay === undefined) return null;
  const switched = (await listSwitches(db)).find((one) => one.relayId === relayId);
  const off = { isOn: false, takesForm: false, isInList: false };
  const name = switched?.name ?? relay.relay.nickname.toLowerCase();
  const notice = await readNotice(db, { ...off, ...switched, relayId, name }, now);
  if (notice === null) return null;
  const { deskUrl } = await readNoticeSettings(db);
  const isThere = switched?.isOn === true && deskUrl !== "";
  const form = isThere ? `${deskUrl}${noticePath(name, language)}` : null;
  const text = noticePage(notice, language, { kind: "file", deskUrl: form });
  return { name: `exit-notice-${name}.${language}.html`, text };
}
