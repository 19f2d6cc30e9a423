/**
 * What a key does: `press` clicks the first such element, `focus` goes to it, `go` opens an address, `show` opens a
 * popover, `step` moves along the rows, `row` opens the row in hand and does there what the key named does, `tick` presses such
 * an element of the row in hand, `send` presses the button of the form in hand, `copy` takes the next field of a provider's form, `up`
 * goes one level up.
 */
export type Act =
  | "press"
  | "focus"
  | "go"
  | "show"
  | "step"
  | "row"
  | "tick"
  | "send"
  | "copy"
  | "up";

export type Key = {
  /** As key-press.ts names it: `j`, `Ctrl+Enter`, `Shift+Enter`, `g q`. */
  keys: string;
  act: Act;
  /** A selector, an address, an id or a number of rows. */
  target: string;
  /** Its line in the list of keys, see words().keys.does; null for what the key does when the entry before finds nothing. */
  does: Does | null;
};
export type Screen = "queue" | "review" | "case" | "other";

/** The lines of words().keys.does. */
export type Does =
  | "down"
  | "up"
  | "open"
  | "take"
  | "same"
  | "close"
  | "later"
  | "type"
  | "note"
  | "raw"
  | "tick"
  | "alike"
  | "review"
  | "number"
  | "confirm"
  | "send"
  | "copy"
  | "submitted"
  | "search"
  | "undo"
  | "level"
  | "palette"
  | "help";

const EVERYWHERE: Key[] = [
  { keys: "/", act: "focus", target: "#search", does: "search" },
  { keys: "/", act: "go", target: "/search", does: null },
  { keys: "z", act: "press", target: "[data-undo]", does: "undo" },
  { keys: "z", act: "focus", target: "[data-undoable]", does: null },
  { keys: "Escape", act: "up", target: "", does: "level" },
  { keys: "Ctrl+k", act: "show", target: "palette", does: "palette" },
  { keys: "?", act: "show", target: "keys-help", does: "help" },
];
const ROWS: Key[] = [
  { keys: "j", act: "step", target: "1", does: "down" },
  { keys: "k", act: "step", target: "-1", does: "up" },
];
const SENDS: Key = { keys: "Ctrl+Enter", act: "send", target: "", does: "send" };

const KEYS_OF: Record<Screen, Key[]> = {
  queue: [
    ...ROWS,
    { keys: "Enter", act: "row", target: "", does: "open" },
    { keys: "1", act: "row", target: "1", does: "take" },
    { keys: "2", act: "row", target: "2", does: "same" },
    { keys: "3", act: "row", target: "3", does: "close" },
    { keys: "h", act: "row", target: "h", does: "later" },
    { keys: "c", act: "row", target: "c", does: "type" },
    { keys: "n", act: "row", target: "n", does: "note" },
    { keys: "x", act: "tick", target: "input[type=checkbox]", does: "tick" },
    { keys: "*", act: "tick", target: "[data-select-alike]", does: "alike" },
    { keys: "Shift+Enter", act: "press", target: "[data-review]", does: "review" },
  ],
  review: [
    { keys: "Ctrl+Enter", act: "focus", target: "#bulk-number:not(:focus)", does: "number" },
    { ...SENDS, does: "confirm" },
  ],
  case: [
    SENDS,
    { keys: "1", act: "focus", target: "[data-draft] [data-send]", does: "take" },
    { keys: "2", act: "focus", target: "[data-same], #join-into", does: "same" },
    { keys: "3", act: "focus", target: "#close-reason", does: "close" },
    { keys: "h", act: "focus", target: "#later-days", does: "later" },
    { keys: "c", act: "focus", target: "#case-type", does: "type" },
    { keys: "n", act: "focus", target: "#case-note", does: "note" },
    { keys: "v", act: "press", target: "a[data-raw]", does: "raw" },
    { keys: "y", act: "copy", target: "[data-portal]", does: "copy" },
    { keys: "Y", act: "press", target: "[data-submitted]", does: "submitted" },
  ],
  other: [...ROWS, { ...SENDS, does: "confirm" }],
};

/** Every key of a screen, its own before those of all screens. */
export function keysOf(screen: Screen): Key[] {
  return [...KEYS_OF[screen], ...EVERYWHERE];
}

/** Keys that are one character alone, or begin with one: what WCAG 2.1.4 wants to be possible to switch off. */
export function isSingle({ keys }: Pick<Key, "keys">): boolean {
  return /^.( .)?$/.test(keys);
}
