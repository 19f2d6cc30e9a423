/** In the order the parts of a whole get them: neighbours are told apart without seeing a colour. */
export const PATTERNS = ["solid", "hatch", "dots", "plain"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** What the parts of a strip are filled with. Once on a page. */
export function PlotPatterns() {
  return (
    <svg className="absolute size-0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="plot-solid" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="fill-accent" />
        </pattern>
        <pattern
          id="plot-hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" className="fill-base-100" />
          <line x1="0" y1="0" x2="0" y2="7" strokeWidth="3" className="stroke-warning" />
        </pattern>
        <pattern id="plot-dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="fill-base-100" />
          <circle cx="3" cy="3" r="1.4" className="fill-base-content" />
        </pattern>
        <pattern id="plot-plain" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="fill-base-100" />
        </pattern>
      </defs>
    </svg>
  );
}
