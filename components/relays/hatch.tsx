/** What fills a stretch nobody knows about: lines, so that no colour has to be seen. Once on a page. */
export function Hatch() {
  return (
    <svg className="absolute size-0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hatch-unknown"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" className="fill-base-100" />
          <line x1="0" y1="0" x2="0" y2="7" strokeWidth="2.5" className="stroke-warning" />
        </pattern>
        <pattern id="dots-several" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="4" className="fill-base-200" />
          <circle cx="2" cy="2" r="1.3" className="fill-accent" />
        </pattern>
      </defs>
    </svg>
  );
}
