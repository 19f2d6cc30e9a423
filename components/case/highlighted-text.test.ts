import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { HighlightedText } from "./highlighted-text.tsx";

const TABLE = "time      address     port\n10:00:01  192.0.2.7   22\n";

test("a mail is shown in a font of fixed width, its lines as they were", () => {
  const shown = HighlightedText({
    text: TABLE,
    highlights: [],
    shown: { facts: [], stated: [] } as never,
    wrap: false,
  }) as ReactElement<{ className: string; children: ReactElement<{ text: string }> }>;
  // A browser's and our own style of `pre` is a font of fixed width; another family would have to be asked for here.
  expect(shown.type).toBe("pre");
  expect(shown.props.className).not.toMatch(/font-sans|whitespace-normal|wrap/);
  expect(shown.props.children.props.text).toBe(TABLE);
});
