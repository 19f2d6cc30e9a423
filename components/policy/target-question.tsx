import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";

/** Asks by GET: the address of the answer can be kept and handed on. */
export function TargetQuestion({ target }: { target: string }) {
  return (
    <form action="/policy/exits" className="flex flex-col gap-4">
      <Field
        name="target"
        label="Target"
        hint="HOST:PORT, such as 203.0.113.5:22 or [2001:db8::7]:443; *:25 for a port wherever."
        defaultValue={target}
        required
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button look="primary">List the exits</Button>
      </div>
    </form>
  );
}
