import { Fragment, type ReactNode } from "react";

/** A sentence with things in it that are more than text: `{when}` becomes a time, `{link}` a link. */
export function rich(text: string, values: Record<string, ReactNode>): ReactNode {
  return text.split(/(\{[a-zA-Z]{1,30}\})/g).map((part, at) => {
    const name = part.startsWith("{") ? part.slice(1, -1) : "";
    // The parts of one sentence never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={at}>{Object.hasOwn(values, name) ? values[name] : part}</Fragment>;
  });
}
