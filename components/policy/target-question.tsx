import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

/** Asks by GET: the address of the answer can be kept and handed on. */
export function TargetQuestion({ target }: { target: string }) {
  return (
    <form action="/policy/exits" className="flex flex-col gap-4">
      <Field
        name="target"
        label={words().policy.target}
        hint={words().policy.targetHint}
        defaultValue={target}
        required
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button look="primary">{words().policy.listExits}</Button>
      </div>
    </form>
  );
}
