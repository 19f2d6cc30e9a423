import { cleanHeaderText } from "./header-text.ts";

/** A file name for showing only: last path segment, no controls or bidi tricks, at most 200 characters. Null when nothing is left. */
export function cleanPartName(name: string | null): string | null {
  const last =
    cleanHeaderText(name ?? "")
      .split(/[\\/]/)
      .at(-1) ?? "";
  const clean = last.replace(/^\.+/, "").trim().slice(0, 200);
  return clean === "" ? null : clean;
}
