// The house, as rules. Rooms of lib/, lowest first: a room may import only the rooms in its list (ARCHITECTURE.md).
const rooms = {
  text: [],
  net: [],
  time: ["text"],
  config: [],
  db: ["config"],
  mail: ["text", "net", "time"],
  "exit-policy": ["net"],
  complaints: ["mail", "text", "net", "time"],
  classify: ["complaints", "text", "net"],
  relays: ["exit-policy", "net", "time", "db", "config"],
  evidence: ["complaints", "relays", "exit-policy", "net", "time"],
  drafting: ["complaints", "classify", "evidence", "time"],
  triage: [
    "net",
    "time",
    "mail",
    "exit-policy",
    "complaints",
    "classify",
    "relays",
    "evidence",
    "drafting",
  ],
  accounts: ["db", "config", "time"],
  intake: ["mail", "db", "config"],
  outbox: ["mail", "db", "config"],
  cases: [
    "net",
    "time",
    "config",
    "db",
    "mail",
    "exit-policy",
    "complaints",
    "classify",
    "relays",
    "evidence",
    "drafting",
    "triage",
    "accounts",
    "intake",
    "outbox",
  ],
  rules: ["cases", "accounts", "classify", "drafting", "evidence", "outbox", "time", "db"],
  worker: ["rules", "intake", "cases", "relays", "outbox", "drafting", "config", "db"],
};
const CORE = [
  "text",
  "net",
  "time",
  "mail",
  "exit-policy",
  "complaints",
  "classify",
  "relays",
  "evidence",
  "drafting",
  "triage",
];
const EFFECT_FILES = "(^|/)(store|imap|smtp|http|files|client|control|main)[.]ts$|-store[.]ts$";
const TESTS = "[.]test[.]tsx?$|^lib/testing/|^e2e/";

const roomRules = Object.entries(rooms).map(([room, may]) => ({
  name: `room-${room}`,
  severity: "error",
  comment: `lib/${room} may import only: ${may.join(", ") || "nothing"}.`,
  from: { path: `^lib/${room}/`, pathNot: TESTS },
  to: { path: "^lib/", pathNot: `^lib/(${[room, ...may].join("|")})/` },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: "no-unlisted-room",
      severity: "error",
      comment: "Each folder of lib/ stands in the room table.",
      from: {
        path: "^lib/",
        pathNot: `^lib/(${Object.keys(rooms).join("|")}|testing)/|^lib/architecture[.]test[.]ts$`,
      },
      to: {},
    },
    {
      name: "no-circular",
      severity: "error",
      comment: "A circle has no first file to read.",
      from: {},
      to: { circular: true },
    },
    {
      name: "room-internals",
      severity: "error",
      comment: "A room's sub-folders are its own; the generated client's row types are db's face.",
      from: { path: "^(lib/[^/]+)/" },
      to: { path: "^lib/[^/]+/.+/", pathNot: "^$1/|^lib/db/generated/(client|models)[.]ts$" },
    },
    {
      name: "db-only-in-stores",
      severity: "error",
      comment: "Only lib/db and */store.ts talk to the database; entry points open it.",
      from: {
        path: "^(lib|app|components)/",
        pathNot: `^lib/(db/|[^/]+/[a-z-]*store[.]ts$)|^lib/worker/main[.]ts$|^app/desk[.]ts$|${TESTS}`,
      },
      to: {
        path: "^lib/db/|node_modules/@prisma",
        // It puts an error into a word and touches nothing.
        pathNot: "^lib/db/storage-fault[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-by-default",
      severity: "error",
      comment: "Only files named for their effect may touch disk, network or processes.",
      from: { path: "^lib/", pathNot: `${EFFECT_FILES}|^lib/(db|config)/|${TESTS}` },
      to: {
        path: "^(node:)?(fs|net|tls|dns|http|https|child_process)(/|$)|node_modules/(imapflow|nodemailer)/",
      },
    },
    {
      name: "core-touches-no-effects",
      severity: "error",
      comment: "Core rooms are handed data; the shell (cases, worker, app, bin) does the fetching.",
      from: { path: `^lib/(${CORE.join("|")})/`, pathNot: `${TESTS}|${EFFECT_FILES}` },
      to: { path: `^lib/.*${EFFECT_FILES}` },
    },
    {
      name: "components-are-blind",
      severity: "error",
      comment: "Components get data as props; from lib they take types and pure helpers only.",
      from: { path: "^components/" },
      to: {
        path: "^lib/(db|intake|outbox|cases|accounts|worker)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "lib-knows-no-ui",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/|node_modules/(next|react|react-dom)/" },
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: `${TESTS}|/fixtures/` },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "not-to-dev-dep",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    doNotFollow: { path: "node_modules|lib/db/generated" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
