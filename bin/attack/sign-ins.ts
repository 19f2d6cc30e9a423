import path from "node:path";
import { actionBody, ask } from "../../e2e/walk/ask.ts";
import { builtActions } from "../../e2e/walk/manifest.ts";
import type { FilledDesk } from "./filled-desk.ts";
import { listed } from "./payloads.ts";

const SIGN_IN = "app/sign-in/actions.ts#signInAction";

/** Tries each hostile string as a login, as a password, as both. Gives what got in or made the desk fail. */
export async function signIns(folder: string, { desk, db }: FilledDesk): Promise<string[]> {
  const action = builtActions().find(({ name }) => name === SIGN_IN);
  if (!action) return ["the build has no sign-in"];
  const sessions = await db.session.count();
  const wrong: string[] = [];
  for (const { text } of listed(path.join(folder, "login-sqli-patt.jsonl")))
    for (const [login, password] of [
      [text, "x"],
      ["marga", text],
      [text, text],
    ] as const) {
      const { status, location } = await ask(desk.url, "/sign-in", {
        method: "POST",
        headers: { "next-action": action.id, accept: "text/x-component" },
        body: actionBody({ login, password }),
      });
      if (status >= 500) wrong.push(`sign-in as ${login}: answered ${status}`);
      if (location !== "") wrong.push(`sign-in as ${login}: led to ${location}`);
    }
  return (await db.session.count()) === sessions ? wrong : [...wrong, "somebody signed in"];
}
