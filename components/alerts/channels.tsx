import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { AlertChannel } from "@/lib/alerts/alert-channel.ts";
import { ChannelForm, type SaveChannel, type Sender } from "./channel-form.tsx";

type Actions = { save: SaveChannel; test: ErrorAction; remove: ErrorAction };
type Props = { channels: AlertChannel[]; senders: Sender[]; csrf: string; actions: Actions };

const KINDS = ["mail", "ntfy", "webhook"] as const;
const BLANK = { onIntake: "yes", onDue: "yes", enabled: "yes" };

/** Where the desk calls its people, how the last call went, and a form for each kind of place. */
export function Channels({ channels, senders, csrf, actions }: Props) {
  const texts = words().alerts;
  const form = { words: texts.form, senders, csrf, action: actions.save };
  return (
    <div className="flex flex-col gap-4">
      {channels.length === 0 ? <p className="text-sm">{texts.none}</p> : null}
      <ul className="flex flex-col gap-4">
        {channels.map((channel) => (
          <li key={channel.id} className="flex flex-col gap-2 text-sm">
            <p className="font-medium break-all">
              {texts.kinds[channel.kind]}: {channel.place}
            </p>
            <Health channel={channel} />
            <div className="flex flex-wrap items-center gap-3">
              <ActionForm action={actions.test} hidden={{ csrf, channelId: channel.id }} inline>
                <Button look="link">{texts.test}</Button>
              </ActionForm>
              <ActionForm action={actions.remove} hidden={{ csrf, channelId: channel.id }} inline>
                <Button look="link">{texts.remove}</Button>
              </ActionForm>
            </div>
            <details>
              <summary className="cursor-pointer">{texts.change}</summary>
              <ChannelForm
                {...form}
                kind={channel.kind}
                channelId={channel.id}
                values={valuesOf(channel)}
              />
            </details>
          </li>
        ))}
      </ul>
      {KINDS.map((kind) => (
        <details key={kind}>
          <summary className="cursor-pointer text-sm font-medium">{texts.add[kind]}</summary>
          <ChannelForm {...form} kind={kind} channelId={null} values={BLANK} />
        </details>
      ))}
    </div>
  );
}

/** The address is shown whole where it is no secret; elsewhere an empty field keeps it. */
function valuesOf({ kind, place, proxy, mailboxId, wanted, enabled }: AlertChannel) {
  return {
    target: kind === "mail" ? place : "",
    proxy,
    mailboxId: mailboxId ?? "",
    onIntake: wanted.includes("intake") ? "yes" : "",
    onDue: wanted.includes("due") ? "yes" : "",
    enabled: enabled ? "yes" : "",
  };
}

function Health({ channel }: { channel: AlertChannel }) {
  const { enabled, lastSentAt, lastProblem } = channel;
  const texts = words().alerts;
  return (
    <>
      <p>
        {lastSentAt === null
          ? texts.neverSent
          : rich(texts.sent, { when: <UtcTime at={lastSentAt} /> })}{" "}
        {enabled ? null : texts.off}
      </p>
      {lastProblem === null ? null : (
        <p className="border-l-4 border-warning pl-2 break-words">
          {rich(texts.problem, { lastProblem })}
        </p>
      )}
    </>
  );
}
