"use client";
import type { SelectHTMLAttributes } from "react";

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, "className"> & {
  name: string;
  label: string;
  options: { value: string; label: string }[];
};

/** A labelled choice. Give an `id` when a page repeats a name. */
export function Select({ label, options, name, id = `field-${name}`, ...select }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select {...select} name={name} id={id} className="select w-full">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
