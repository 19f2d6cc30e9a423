/** How the pages look; `system` follows what the browser is told by the system, contrast included. */
export const LOOKS = ["system", "light", "dark", "contrast"] as const;
export type Look = (typeof LOOKS)[number];

/** The attributes of `html` that app/globals.css knows. */
export const LOOK_ATTRIBUTES: Record<Look, { "data-theme"?: string; "data-contrast"?: "more" }> = {
  system: {},
  light: { "data-theme": "day" },
  dark: { "data-theme": "night" },
  contrast: { "data-contrast": "more" },
};
