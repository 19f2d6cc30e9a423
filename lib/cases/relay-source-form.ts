import { z } from "zod";
import { type Refusal, refuse } from "../accounts/refusal.ts";
import { controlPlaceFlaw } from "../relays/control-place.ts";
import { onionooPlace } from "../relays/onionoo-address.ts";
import { typedZone } from "../relays/read-tor-files.ts";
import { SOURCE_KINDS, type SourceSettings } from "../relays/relay-source.ts";

const text = z.string().trim().max(1000).default("");

/** What a person fills in for a source; of the fields only those of its kind count. An empty password stays what it was. */
export const relaySourceSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  name: text,
  dataDirectory: text,
  torrc: text,
  log: text,
  zone: text,
  where: text,
  password: z.string().max(1000).default(""),
  address: text,
  proxy: text,
  enabled: z.boolean(),
});
export type RelaySourceForm = z.input<typeof relaySourceSchema>;

/** The form as data, or the first thing wrong with it. */
export function readSourceForm(
  form: RelaySourceForm,
):
  | { ok: true; name: string; settings: SourceSettings; password: string; enabled: boolean }
  | Refusal {
  const read = relaySourceSchema.safeParse(form);
  if (!read.success) return refuse("bad-source", "The form could not be read.");
  const { kind, enabled, password } = read.data;
  const settings = SETTINGS[kind](read.data);
  if ("flaw" in settings) return refuse("bad-source", settings.flaw);
  const name = read.data.name === "" ? defaultName(settings) : read.data.name;
  if (name.length > 80) return refuse("bad-source", "A name has up to 80 characters.");
  return { ok: true, name, settings, password: kind === "control" ? password : "", enabled };
}

type Read = z.output<typeof relaySourceSchema>;
type Settled = SourceSettings | { flaw: string };

const SETTINGS: Record<SourceSettings["kind"], (form: Read) => Settled> = {
  folder: ({ dataDirectory, torrc, log, zone }) => {
    const paths = [dataDirectory, torrc, log].filter((path) => path !== "");
    if (paths.length === 0) {
      return { flaw: "Give tor's DataDirectory (Debian: /var/lib/tor), its torrc or its log." };
    }
    const wrong = paths.find((path) => !path.startsWith("/") || /\p{Cc}/u.test(path));
    if (wrong !== undefined)
      return { flaw: `"${wrong.slice(0, 80)}" is no whole path: it begins with /.` };
    if (zone !== "" && typedZone(zone) === null)
      return {
        flaw: `"${zone.slice(0, 40)}" is no time zone: write UTC, +02:00 or Europe/Berlin.`,
      };
    return { kind: "folder", dataDirectory, torrc, log, zone };
  },
  control: ({ where }) => {
    const flaw = controlPlaceFlaw(where);
    return flaw === null ? { kind: "control", where } : { flaw };
  },
  onionoo: ({ address, proxy }) => {
    const place = onionooPlace(address, proxy);
    return "flaw" in place ? place : { kind: "onionoo", address, proxy };
  },
};

function defaultName(settings: SourceSettings): string {
  switch (settings.kind) {
    case "folder":
      return (settings.dataDirectory || settings.torrc || settings.log).slice(-80);
    case "control":
      return `tor at ${settings.where}`.slice(0, 80);
    case "onionoo":
      return "Onionoo";
  }
}
