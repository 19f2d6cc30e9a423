import type { InputHTMLAttributes, ReactNode } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "id"> & {
  name: string;
  label: string;
  hint?: ReactNode;
};

/** A labelled input with an optional hint that screen readers hear with it. */
export function Field({ label, hint, ...input }: Props) {
  const id = `field-${input.name}`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="input w-full"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm opacity-80">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
