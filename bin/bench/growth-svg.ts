/** One measure at several sizes of the desk, with the slope of its logarithm over the logarithm of the size. */
export type Curve = {
  name: string;
  unit: string;
  points: { cases: number; value: number }[];
  slope: number;
};

const SIZE = { width: 720, height: 420 };
const ROOM = { left: 60, right: 190, top: 24, bottom: 48 };
const DASHES = ["none", "8 4", "2 3", "10 3 2 3"];

/** Lines over two logarithmic axes, each beginning at 1: twice as high is twice the cost. Told apart by dashes and by names at their ends. */
export function growthSvg(curves: readonly Curve[]): string {
  const cases = curves.flatMap(({ points }) => points.map((point) => point.cases));
  const times = curves.flatMap(({ points }) => points.map(({ value }) => value / first(points)));
  const x = scale(Math.min(...cases), Math.max(...cases), ROOM.left, SIZE.width - ROOM.right);
  const [low, high] = [Math.min(0.5, ...times), Math.max(2, ...times)];
  const y = scale(low, high, SIZE.height - ROOM.bottom, ROOM.top);
  const body = [
    ...[0.5, 1, 2, 4, 8, 16].filter((at) => at >= low && at <= high).map((at) => across(at, y(at))),
    ...[...new Set(cases)].map((at) => down(at, x(at))),
    ...curves.map((curve, at) => line(curve, at, x, y)),
  ];
  const title = "Cost over the number of cases, each measure beginning at 1";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" font-family="sans-serif" font-size="12" fill="#333">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
${body.join("\n")}
<text x="${ROOM.left}" y="${SIZE.height - 8}">cases in the desk; ${title.toLowerCase()}</text>
</svg>
`;
}

/** The slope of the straight line nearest to the points in logarithms (least squares); 0: it does not grow. */
export function slopeOf(points: readonly { cases: number; value: number }[]): number {
  const logs = points.map(({ cases, value }) => ({ x: Math.log(cases), y: Math.log(value) }));
  const mean = (of: (one: { x: number; y: number }) => number) =>
    logs.reduce((sum, one) => sum + of(one), 0) / logs.length;
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)];
  return mean((one) => (one.x - x) * (one.y - y)) / mean((one) => (one.x - x) ** 2);
}

type Scale = (value: number) => number;

function scale(from: number, to: number, start: number, end: number): Scale {
  const span = Math.log(to) - Math.log(from) || 1;
  return (value) => round(start + ((Math.log(value) - Math.log(from)) / span) * (end - start));
}

function line({ name, points, slope }: Curve, at: number, x: Scale, y: Scale): string {
  const places = points.map(({ cases, value }) => [x(cases), y(value / first(points))] as const);
  const end = places.at(-1) ?? [0, 0];
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3"/>`).join("");
  return `<polyline points="${places.map((place) => place.join(",")).join(" ")}" fill="none" stroke="#333" stroke-width="1.5" stroke-dasharray="${DASHES[at % DASHES.length]}"/>${dots}<text x="${end[0] + 8}" y="${round(end[1] + 4 + at * 1.5)}">${name} (slope ${slope.toFixed(2)})</text>`;
}

function across(value: number, y: number): string {
  return `<line x1="${ROOM.left}" x2="${SIZE.width - ROOM.right}" y1="${y}" y2="${y}" stroke="#ccc"/><text x="${ROOM.left - 8}" y="${y + 4}" text-anchor="end">×${value}</text>`;
}

function down(cases: number, x: number): string {
  return `<text x="${x}" y="${SIZE.height - ROOM.bottom + 18}" text-anchor="middle">${cases.toLocaleString("en")}</text>`;
}

function first(points: readonly { value: number }[]): number {
  return points[0]?.value ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
