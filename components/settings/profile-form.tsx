"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { OperatorProfile } from "@/lib/drafting/draft.ts";

type Answer = { error: string; values: Record<string, string> } | null;
type Props = {
  profile: OperatorProfile;
  csrf: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const LAWS = [
  { value: "", label: "Cite no law" },
  { value: "eu", label: "European Union (Digital Services Act)" },
  { value: "us", label: "United States (17 USC 512)" },
];

/** How letters name and sign for the operator. Every field may stay empty: letters then leave the sentence out or show a gap. */
export function ProfileForm({ profile, csrf, action }: Props) {
  const [answer, submit] = useActionState(action, null);
  const value = (name: keyof OperatorProfile) => answer?.values[name] ?? profile[name] ?? "";
  return (
    <form
      action={submit}
      className="flex flex-col gap-4"
      key={answer ? JSON.stringify(answer) : "first"}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {answer ? <Notice kind="error">{answer.error}</Notice> : null}
      <Field
        name="name"
        label="Name"
        hint="You or your group, as letters name you."
        defaultValue={value("name")}
      />
      <TextArea name="signature" label="Signature" rows={3} defaultValue={value("signature")} />
      <Select
        name="jurisdiction"
        label="Law that letters may cite"
        options={LAWS}
        defaultValue={value("jurisdiction")}
      />
      <Field
        name="noticeUrl"
        label="Address of your exit notice"
        type="url"
        hint="The page that says what your relay is."
        defaultValue={value("noticeUrl")}
      />
      <TextArea
        name="logStatement"
        label="Your sentence about logs"
        hint="Said in letters word for word, and only if you write it here. Write nothing you could not say in court."
        rows={2}
        defaultValue={value("logStatement")}
      />
      <Field
        name="counsel"
        label="Your counsel's address"
        type="email"
        hint="Letters from the police are passed on to it, and answered by nobody else."
        defaultValue={value("counsel")}
      />
      <div>
        <Button look="primary">Save</Button>
      </div>
    </form>
  );
}
