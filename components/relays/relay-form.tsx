"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

type Answer = {
  error: string;
  text: string;
  addresses: string;
  fingerprint: string;
  since: string;
  zone: string;
  mine: boolean;
} | null;
type Props = { action: (before: Answer, form: FormData) => Promise<Answer>; csrf: string };

/** What tells about relays, pasted or as files, and what those do not say themselves. */
export function RelayForm({ action, csrf }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <TextArea
        name="text"
        label="torrc or server descriptor"
        hint="A descriptor is best: it is signed, and says its address, its policy and its time itself. A notices.log, an exit list or an Onionoo document may stand here too."
        defaultValue={answer?.text}
        rows={10}
        mono
        spellCheck={false}
      />
      <Field
        name="file"
        label="Or files, several at once"
        hint="cached-descriptors, fingerprint, state and notices.log of the relay's DataDirectory, or unpacked files of CollecTor or Onionoo; together up to 8 MB. Of a whole network only relays you have, or name below, are learnt."
        type="file"
        multiple
      />
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="mine" className="checkbox" defaultChecked={answer?.mine} />
        Every relay with a descriptor in these files is mine
      </label>
      <p className="text-sm font-medium">What the files do not say themselves:</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          name="addresses"
          label="Public addresses"
          hint="For a torrc that does not name them; separated by spaces."
          defaultValue={answer?.addresses}
          autoComplete="off"
        />
        <Field
          name="fingerprint"
          label="Fingerprint"
          hint="Whose log or torrc it is: 40 hexadecimal digits; may stay empty."
          defaultValue={answer?.fingerprint}
          autoComplete="off"
        />
        <Field
          name="since"
          label="torrc in force since (UTC)"
          hint="Such as 2026-09-15 04:00. Empty: since now."
          defaultValue={answer?.since}
          autoComplete="off"
        />
        <Field
          name="zone"
          label="Time zone of the log"
          hint="UTC, +02:00 or Europe/Berlin. Empty: as the state file beside it says, else UTC."
          defaultValue={answer?.zone}
          autoComplete="off"
        />
      </div>
      <div>
        <Button look="primary">Add</Button>
      </div>
    </form>
  );
}
