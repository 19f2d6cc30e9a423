import { Fragment, type ReactNode } from "react";

/** A sentence with things in it that are more than text: `{when}` becomes a time, `{link}` a link. */
export function rich(text: string, values: Record<string, ReactNode>): ReactNode {
  const pieces: ReactNode[] = [];
  // Text that stands together stays together: each piece is written into the page, and once more for the browser.
  let plain = "";
  for (const [at, part] of text.split(/(\{[a-zA-Z]{1,30}\})/g).entries()) {
    const name = part.startsWith("{") ? part.slice(1, -1) : "";
    const value = Object.hasOwn(values, name) ? values[name] : part;
    if (typeof value === "string" || typeof value === "number") plain += value;
    else {
      pieces.push(plain, <Fragment key={at}>{value}</Fragment>);
      plain = "";
    }
  }
  return [...pieces, plain].filter((piece) => piece !== "");
}
