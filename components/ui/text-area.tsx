import type { ReactNode, TextareaHTMLAttributes } from "react";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  mono?: boolean;
};

/** A labelled text box; `mono` for letters, torrc and logs. */
export function TextArea({ label, hint, mono = false, id, ...area }: Props) {
  const fieldId = id ?? `field-${area.name}`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={fieldId} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        {...area}
        id={fieldId}
        className={`textarea w-full ${mono ? "mono text-sm" : ""}`}
        aria-describedby={hint ? `${fieldId}-hint` : undefined}
      />
      {hint ? (
        <p id={`${fieldId}-hint`} className="text-sm opacity-80">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
