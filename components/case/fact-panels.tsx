"use client";
import { useEffect, useRef, useState } from "react";
import { AddPanel, ZonePanel } from "./fact-extras.tsx";
import type { FactFormProps } from "./fact-form-props.ts";
import { FactPanel } from "./fact-panel.tsx";
import { openBeside } from "./open-beside.ts";
import type { ShownFacts } from "./shown-facts.ts";

type Props = {
  shown: ShownFacts;
  /** Of the panel the address of the page asks for: the number of a fact, `add`, `zone`. */
  asked: string | null;
  /** null: the viewer may read only. */
  form: FactFormProps | null;
  zoneless: boolean;
};

/**
 * What can be said of one fact, and what no mark leads to: a fact the desk missed, the zone of times that name none. A
 * click on a mark opens the panel beside it; Escape or a click elsewhere closes it. Without scripts the mark's address
 * brings the page with this panel in it: one of them is on the page at a time.
 */
export function FactPanels({ shown, asked, form, zoneless }: Props) {
  const opened = useOpened(asked, shown.hrefEnd);
  const { said, href, hrefEnd } = shown;
  const link = (name: string) => ({
    href: `${href}${name}${hrefEnd}#fact-${name}`,
    "data-fact": name,
  });
  return (
    <>
      {form ? (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <a {...link("add")}>{said.addMissed}</a>
          {zoneless ? <a {...link("zone")}>{said.sayZone}</a> : null}
        </p>
      ) : null}
      <Panel key={opened} name={opened} shown={shown} form={form} />
    </>
  );
}

type PanelProps = Pick<Props, "shown" | "form"> & { name: string | null };

function Panel({ name, shown, form }: PanelProps) {
  if (form && name === "add") return <AddPanel {...form} said={shown.said} />;
  if (form && name === "zone") return <ZonePanel {...form} said={shown.said} />;
  const fact = name === null ? undefined : shown.facts[Number(name)];
  return fact ? <FactPanel fact={fact} n={Number(name)} said={shown.said} form={form} /> : null;
}

/** Which panel is on the page; a new state of the case closes it. */
function useOpened(asked: string | null, state: string): string | null {
  const [opened, setOpened] = useState({ name: asked, state });
  const mark = useRef<HTMLAnchorElement | null>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-fact]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      mark.current = link;
      setOpened({ name: link.dataset["fact"] ?? null, state });
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [state]);
  useEffect(() => {
    if (mark.current) openBeside(mark.current, `fact-${opened.name}`);
  }, [opened]);
  return opened.state === state ? opened.name : null;
}
