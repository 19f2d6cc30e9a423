import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";

export type TypedTargets = { ip: string; port: string; protocol: string; targets: string };
const PROTOCOLS = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
  { value: "icmp", label: "ICMP" },
];

type Props = {
  typed: TypedTargets;
  /** Goes before the ids, where a page has these fields twice. */
  prefix: string;
};

/** One target in three fields, and more of them in a list. */
export function TargetFields({ typed, prefix }: Props) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <Field
          id={`${prefix}-ip`}
          name="ip"
          label="Destination address"
          defaultValue={typed.ip}
          maxLength={300}
          autoComplete="off"
          placeholder="203.0.113.5"
        />
        <Field
          id={`${prefix}-port`}
          name="port"
          label="Port"
          defaultValue={typed.port}
          maxLength={10}
          inputMode="numeric"
          autoComplete="off"
        />
        <Select
          id={`${prefix}-protocol`}
          name="protocol"
          label="Protocol"
          options={PROTOCOLS}
          defaultValue={typed.protocol}
        />
      </div>
      <TextArea
        id={`${prefix}-targets`}
        name="targets"
        label="More targets, one a line"
        hint="Such as 203.0.113.5:22, [2001:db8::7]:443, *:25 or 203.0.113.5:53 udp. A name is never looked up: it counts as an unknown address."
        defaultValue={typed.targets}
        rows={3}
        mono
        spellCheck={false}
        maxLength={3000}
      />
    </>
  );
}
