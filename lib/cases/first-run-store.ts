import type { Db } from "../db/client.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";

/** What a new desk still lacks. No viewer: it says nothing about any complaint, and asks before there is anybody. */
export type FirstRunState = {
  hasOwner: boolean;
  hasRelay: boolean;
  hasMailbox: boolean;
  hasMail: boolean;
  hasName: boolean;
};

export async function firstRunState(db: Db): Promise<FirstRunState> {
  const [users, relays, mailboxes, mails, profile] = await Promise.all([
    db.user.count({ take: 1 }),
    db.relay.count({ take: 1 }),
    db.mailbox.count({ take: 1 }),
    db.sighting.count({ take: 1 }),
    readOperatorProfile(db),
  ]);
  return {
    hasOwner: users > 0,
    hasRelay: relays > 0,
    hasMailbox: mailboxes > 0,
    hasMail: mails > 0,
    hasName: profile.name !== "",
  };
}
