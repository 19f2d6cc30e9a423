"use client";
import type { ReactNode, TextareaHTMLAttributes } from "react";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  mono?: boolean;
};

/** A labelled text box; `mono` for letters, torrc and logs. */
export function TextArea({
  name,
  label,
  hint,
  mono = false,
  id = `field-${name}`,
  ...area
}: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        {...area}
        name={name}
        id={id}
        className={`textarea w-full ${mono ? "mono text-[0.8125rem]" : ""}`}
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
