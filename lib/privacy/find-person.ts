import { canManagePrivacy } from "../accounts/permissions.ts";
import { forbidden, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { casesAbout, type PersonCase } from "./find-person-store.ts";
import { readPerson } from "./person.ts";
import { badPerson, type PersonInput } from "./redact-person.ts";

/** The cases that name a person, and which of them could not be redacted now. Never a sealed one. */
export async function findPerson(
  db: Db,
  viewer: Viewer,
  { who, words }: PersonInput,
): Promise<{ ok: true; cases: PersonCase[] } | Refusal> {
  if (!canManagePrivacy(viewer)) return forbidden("look up a person's data");
  const person = readPerson(who, words);
  return person === null ? badPerson() : { ok: true, cases: await casesAbout(db, viewer, person) };
}
