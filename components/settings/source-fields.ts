import { words } from "@/components/words/words.ts";

export type SourceKind = "folder" | "control" | "onionoo";
export type SourceField = { name: string; label: string; hint?: string; type?: string };

/** What is asked of each kind of source, in order. */
export function sourceFields(kind: SourceKind): SourceField[] {
  const texts = words().settings.sourceFields;
  const name = { name: "name", label: texts.name, hint: texts.nameHint };
  const kinds: Record<SourceKind, SourceField[]> = {
    folder: [
      { name: "dataDirectory", label: texts.directory, hint: texts.directoryHint },
      { name: "torrc", label: texts.torrc, hint: texts.torrcHint },
      { name: "log", label: texts.log, hint: texts.logHint },
      { name: "zone", label: texts.zone, hint: texts.zoneHint },
    ],
    control: [
      { name: "where", label: texts.where, hint: texts.whereHint },
      { name: "password", label: texts.password, type: "password", hint: texts.passwordHint },
    ],
    onionoo: [
      { name: "address", label: texts.address, hint: texts.addressHint },
      { name: "proxy", label: texts.proxy, hint: texts.proxyHint },
    ],
  };
  return [name, ...kinds[kind]];
}
