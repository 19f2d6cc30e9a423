import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { words } from "@/components/words/words.ts";
import { signOutAction } from "./sign-in/actions.ts";

/** The way out, on every page. */
export function SignOutForm({ csrf, login }: { csrf: string; login: string }) {
  return (
    <ActionForm action={signOutAction} hidden={{ csrf }} inline>
      <a href="/security" title={words().accounts.title} className="link link-hover text-sm">
        {login}
      </a>
      <Button look="link">{words().nav.signOut}</Button>
    </ActionForm>
  );
}
