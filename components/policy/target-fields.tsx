import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Words } from "@/components/words/words.ts";

export type TypedTargets = { ip: string; port: string; protocol: string; targets: string };
const PROTOCOLS = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "ICMP" },
];

type Props = {
  words: Words["policy"]["targets"];
  typed: TypedTargets;
  /** Goes before the ids, where a page has these fields twice. */
  prefix: string;
};

/** One target in three fields, and more of them in a list. */
export function TargetFields({ words, typed, prefix }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <Field
          id={`${prefix}-ip`}
          name="ip"
          label={words.ip}
          defaultValue={typed.ip}
          maxLength={300}
          autoComplete="off"
          placeholder="203.0.113.5"
        />
        <Field
          id={`${prefix}-port`}
          name="port"
          label={words.port}
          defaultValue={typed.port}
          maxLength={10}
          inputMode="numeric"
          autoComplete="off"
        />
        <Select
          id={`${prefix}-protocol`}
          name="protocol"
          label={words.protocol}
          options={PROTOCOLS}
          defaultValue={typed.protocol}
        />
      </div>
      <TextArea
        id={`${prefix}-targets`}
        name="targets"
        label={words.more}
        hint={words.moreHint}
        defaultValue={typed.targets}
        rows={3}
        mono
        spellCheck={false}
        maxLength={3000}
      />
    </>
  );
}
