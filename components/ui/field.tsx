"use client";
import type { InputHTMLAttributes, ReactNode } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & {
  name: string;
  label: string;
  hint?: ReactNode;
};

/** A labelled input with an optional hint that screen readers hear with it. Give an `id` when a page repeats a name. */
export function Field({ name, label, hint, id = `field-${name}`, ...input }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        name={name}
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
