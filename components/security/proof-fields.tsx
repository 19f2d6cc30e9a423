import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

/** Password, and the code where there are codes: asked again before somebody changes how they sign in. */
export function ProofFields({ prefix, hasCodes }: { prefix: string; hasCodes: boolean }) {
  const { proof } = words().accounts;
  return (
    <>
      <Field
        id={`${prefix}-password`}
        name="password"
        label={proof.password}
        type="password"
        autoComplete="current-password"
        required
      />
      {hasCodes ? (
        <Field
          id={`${prefix}-code`}
          name="code"
          label={proof.code}
          autoComplete="one-time-code"
          maxLength={40}
          required
        />
      ) : null}
    </>
  );
}
