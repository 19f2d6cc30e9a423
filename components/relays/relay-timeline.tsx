import type { ReactNode } from "react";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RelayCase } from "@/lib/cases/relay-cases-view-store.ts";
import type { RelayStrips, Strip } from "@/lib/relays/relay-strips-view.ts";
import type { SpanShown } from "@/lib/relays/span-view.ts";
import { placeOf, type Segment } from "@/lib/relays/strip-view.ts";
import { ticksOf } from "@/lib/relays/ticks-view.ts";
import { CaseMarks } from "./case-marks.tsx";
import { Hatch } from "./hatch.tsx";
import { Legend } from "./legend.tsx";
import { StripDrawing, type StripLook } from "./strip-drawing.tsx";
import { TimeAxis } from "./time-axis.tsx";

type Props = { strips: RelayStrips; shown: SpanShown; cases: RelayCase[] };

/** Everything known about one relay on one axis, drawn here so that it needs no script. */
export function RelayTimeline({ strips, shown, cases }: Props) {
  const ticks = { narrow: ticksOf(shown, 4), wide: ticksOf(shown, 10) };
  const row = (strip: Strip, look: StripLook, name?: (segment: Segment) => string | null) => (
    <Row key={strip.label} label={strip.label} mono={look === "tenure"}>
      <StripDrawing
        segments={strip.segments}
        ticks={ticks}
        look={look}
        text={strip.text}
        {...(name ? { name } : {})}
      />
    </Row>
  );
  const marks = cases.flatMap(({ at, title }) => {
    const x = placeOf(at, shown);
    return x === null ? [] : [{ x, title }];
  });
  return (
    <div className="relative flex flex-col gap-y-1.5 overflow-hidden">
      <Hatch />
      {strips.addresses.map((strip) => row(strip, "tenure"))}
      {strips.addresses.length === 0 ? (
        <p className="text-sm">{words().relays.noAddressShown}</p>
      ) : null}
      {strips.addressesLeft > 0 ? (
        <p className="text-sm">
          {rich(words().relays.moreAddresses, { addressesLeft: strips.addressesLeft })}
        </p>
      ) : null}
      {row(strips.uptime, "uptime")}
      {row(strips.policy, "policy", ({ index }) => (index === null ? null : `v${index + 1}`))}
      <Row label={words().relays.complaints}>
        <CaseMarks marks={marks} />
      </Row>
      <Row label="">
        <TimeAxis {...ticks} />
      </Row>
      <Legend />
    </div>
  );
}

function Row({
  label,
  mono = false,
  children,
}: {
  label: string;
  mono?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-x-4 lg:grid-cols-[18rem_1fr] lg:items-center">
      <span
        className={`truncate text-xs lg:text-right ${mono ? "mono" : "lg:text-sm"}`}
        title={label}
      >
        {label}
      </span>
      {children}
    </div>
  );
}
