"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Words } from "@/components/words/words.ts";

export type ChannelAnswer = { error: string; values: Record<string, string> } | null;
export type SaveChannel = (before: ChannelAnswer, form: FormData) => Promise<ChannelAnswer>;
export type Sender = { id: string; name: string };
type Kind = "mail" | "ntfy" | "webhook";
type Texts = Words["alerts"]["form"];

type Props = {
  kind: Kind;
  words: Texts;
  /** What stands in the fields; never a secret. */
  values: Record<string, string>;
  senders: Sender[];
  channelId: string | null;
  csrf: string;
  action: SaveChannel;
};

/** The fields of one kind of channel. What was typed stays when it is refused. */
export function ChannelForm({ kind, words, values, senders, channelId, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const now = answer?.values ?? values;
  const fields = { words, values: now, prefix: `${kind}-${channelId ?? "new"}` };
  if (kind === "mail" && senders.length === 0)
    return <p className="pt-3 text-sm">{words.noMailbox}</p>;
  return (
    <form
      action={submit}
      className="flex flex-col gap-3 pt-3"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="channelId" value={channelId ?? ""} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      {kind === "mail" ? (
        <ByMail {...fields} senders={senders} />
      ) : (
        <ByWeb {...fields} kind={kind} keeps={channelId === null ? "" : ` ${words.keeps}`} />
      )}
      <Tick name="onIntake" label={words.intake} values={now} />
      <Tick name="onDue" label={words.due} values={now} />
      <Tick name="enabled" label={words.enabled} values={now} />
      <div>
        <Button look="primary">{channelId === null ? words.add : words.save}</Button>
      </div>
    </form>
  );
}

type FieldsProps = { words: Texts; values: Record<string, string>; prefix: string };

function ByMail({ words, values, prefix, senders }: FieldsProps & { senders: Sender[] }) {
  return (
    <>
      <Field
        name="target"
        id={`${prefix}-target`}
        label={words.address}
        hint={words.addressHint}
        defaultValue={values["target"]}
        autoComplete="off"
      />
      <From prefix={prefix} label={words.from} senders={senders} chosen={values["mailboxId"]} />
    </>
  );
}

/** `keeps`: what is said of fields that stay what they were when left empty. */
type ByWebProps = FieldsProps & { kind: "ntfy" | "webhook"; keeps: string };

function ByWeb({ kind, words, values, prefix, keeps }: ByWebProps) {
  const [address, hint, secret] =
    kind === "ntfy"
      ? [words.topic, words.topicHint, words.token]
      : [words.url, words.urlHint, words.secret];
  return (
    <>
      <Field
        name="target"
        id={`${prefix}-target`}
        label={address}
        hint={hint + keeps}
        defaultValue={values["target"]}
        autoComplete="off"
      />
      <Field
        name="secret"
        id={`${prefix}-secret`}
        type="password"
        label={secret}
        hint={words.secretHint + keeps}
        autoComplete="new-password"
      />
      <Field
        name="proxy"
        id={`${prefix}-proxy`}
        label={words.proxy}
        hint={words.proxyHint}
        defaultValue={values["proxy"]}
        autoComplete="off"
      />
    </>
  );
}

type FromProps = { prefix: string; label: string; senders: Sender[]; chosen: string | undefined };

function From({ prefix, label, senders, chosen }: FromProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={`${prefix}-mailbox`} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={`${prefix}-mailbox`}
        name="mailboxId"
        className="select w-full"
        defaultValue={chosen || senders[0]?.id}
      >
        {senders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type TickProps = { name: string; label: string; values: Record<string, string> };

function Tick({ name, label, values }: TickProps) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        name={name}
        value="yes"
        className="checkbox checkbox-sm"
        defaultChecked={values[name] === "yes"}
      />
      {label}
    </label>
  );
}
