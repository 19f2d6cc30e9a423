import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import { signOutAction } from "./sign-in/actions.ts";

/** The way out, on every page. */
export function SignOutForm({ csrf, login }: { csrf: string; login: string }) {
  return (
    <form action={signOutAction} className="flex items-center gap-2 text-sm">
      <span>{login}</span>
      <input type="hidden" name="csrf" value={csrf} />
      <Button look="link">{words.nav.signOut}</Button>
    </form>
  );
}
