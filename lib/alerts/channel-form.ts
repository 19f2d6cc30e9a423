import { z } from "zod";
import { type Refusal, refuse } from "../accounts/refusal.ts";
import { parseEndpoint } from "../net/endpoint.ts";
import { isPlainAddress } from "../outbox/plain-address.ts";
import { CHANNEL_KINDS, type ChannelKind } from "./alert-channel.ts";

const text = z.string().trim().max(1000).default("");

/** What a person fills in for a channel. Of a channel that is there an empty target and an empty secret stay what they were. */
export const channelSchema = z.object({
  kind: z.enum(CHANNEL_KINDS),
  target: text,
  secret: text,
  proxy: text,
  mailboxId: text,
  onIntake: z.boolean(),
  onDue: z.boolean(),
  enabled: z.boolean(),
});
export type ChannelForm = z.input<typeof channelSchema>;

export type GivenChannel = {
  kind: ChannelKind;
  /** Null: as it was. */
  target: { text: string; place: string } | null;
  secret: string | null;
  proxy: string;
  mailboxId: string | null;
  onIntake: boolean;
  onDue: boolean;
  enabled: boolean;
};

/** The form as data, or the first thing wrong with it. `isNew`: there is nothing yet that could stay as it was. */
export function readChannelForm(
  form: ChannelForm,
  isNew: boolean,
): { ok: true; channel: GivenChannel } | Refusal {
  const read = channelSchema.safeParse(form);
  if (!read.success) return refuse("bad-channel", "The form could not be read.");
  const { kind, onIntake, onDue, enabled, ...typed } = read.data;
  if (!onIntake && !onDue) return refuse("bad-channel", "Tick at least one thing to be told of.");
  const target = typed.target === "" && !isNew ? null : targetOf(kind, typed.target);
  if (target !== null && "ok" in target) return target;
  const way = kind === "mail" ? byMail(typed) : byWeb(typed);
  if ("ok" in way) return way;
  return { ok: true, channel: { kind, target, ...way, onIntake, onDue, enabled } };
}

type Typed = Pick<z.output<typeof channelSchema>, "secret" | "proxy" | "mailboxId">;
type Way = Pick<GivenChannel, "secret" | "proxy" | "mailboxId">;

function byMail({ mailboxId }: Typed): Way | Refusal {
  if (mailboxId === "") return refuse("bad-channel", "Choose the mailbox that sends the alerts.");
  return { secret: null, proxy: "", mailboxId };
}

function byWeb({ secret, proxy: typed }: Typed): Way | Refusal {
  const proxy = proxyOf(typed);
  if (proxy !== null) return { secret: secret === "" ? null : secret, proxy, mailboxId: null };
  return refuse("bad-channel", '"{proxy}" is no SOCKS5 proxy such as 127.0.0.1:9050.', {
    proxy: typed.slice(0, 80),
  });
}

function targetOf(kind: ChannelKind, typed: string): { text: string; place: string } | Refusal {
  if (kind === "mail") {
    if (isPlainAddress(typed)) return { text: typed, place: typed };
    return refuse("bad-channel", "The address is not one plain e-mail address.");
  }
  const url = URL.canParse(typed) ? new URL(typed) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  if (url === null || !isWeb || url.username !== "" || url.password !== "")
    return refuse("bad-channel", '"{typed}" is no web address such as https://ntfy.sh/topic.', {
      typed: typed.slice(0, 80),
    });
  if (kind === "ntfy" && !/^\/[\w-]{1,64}$/.test(url.pathname))
    return refuse("bad-channel", "An ntfy address ends with one topic: https://ntfy.sh/topic.");
  return { text: url.href, place: url.host };
}

/** Host and port, empty for none; null: it is no such thing. */
function proxyOf(typed: string): string | null {
  const bare = typed.replace(/^socks5h?:\/\//, "").replace(/^localhost:/, "127.0.0.1:");
  if (bare === "") return "";
  return parseEndpoint(bare)?.port == null ? null : bare;
}
