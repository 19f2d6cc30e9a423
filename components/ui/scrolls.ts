/** Of what scrolls by itself inside a page and may hold no link: the keyboard has to reach it too (WCAG 2.1.1). */
export const SCROLLS = { tabIndex: 0 } as const;
