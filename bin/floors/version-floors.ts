/** Below `floor` a copy of `name` is known to be open to an attack on this desk. Advisories cannot be asked on every build machine: what they said is written down here. */
export type VersionFloor = {
  name: string;
  floor: string;
  /** Who said so. */
  advisory: string;
  /** What it would mean here. */
  because: string;
};

/** `docs/threat-model.md` points here. A package may be missing from the tree; every copy that is there is held to it. */
export const VERSION_FLOORS: readonly VersionFloor[] = [
  {
    name: "next",
    floor: "16.4.1",
    advisory:
      "CVE-2026-94482; before it CVE-2025-29927, CVE-2025-66478, CVE-2026-44573 to 44575, CVE-2026-64641, CVE-2026-64643",
    because: "requests that pass the proxy, run code or list the server actions without a session",
  },
  {
    name: "react",
    floor: "19.2.6",
    advisory: "CVE-2025-55182 and its follow-ups 55183, 55184, CVE-2026-23864",
    because: "code run by one request to a server action",
  },
  {
    name: "react-dom",
    floor: "19.2.6",
    advisory: "released together with react",
    because: "the two must be of one version",
  },
  {
    name: "nodemailer",
    floor: "10.0.6",
    advisory: "CVE-2026-90776, CVE-2026-100700, CVE-2026-82853, CVE-2026-82854, CVE-2025-13033",
    because:
      "an address field that stops the desk for a minute, recipients nobody chose; mailparser and mailauth bring copies of their own",
  },
  {
    name: "mailparser",
    floor: "3.9.3",
    advisory: "GHSA-7gmj-h9xc-mcxc",
    because: "script in the HTML it makes of plain text",
  },
  {
    name: "mailsplit",
    floor: "4.2.1",
    advisory: "Snyk, denial of service in mailparser before 2.3.0",
    because: "a mail of very many parts that never ends",
  },
  {
    name: "handlebars",
    floor: "4.7.10",
    advisory: "CVE-2026-33916, 33937, 33938, 33940, CVE-2026-106446",
    because: "a template the operator pastes would run code",
  },
  {
    name: "sanitize-html",
    floor: "2.12.1",
    advisory: "CVE-2024-21501",
    because: "it is the first of three layers before the HTML of a mail",
  },
  {
    name: "dompurify",
    floor: "3.4.17",
    advisory: "CVE-2025-26791, CVE-2026-41239, CVE-2026-65900, CVE-2026-116804",
    because: "not used; should it come in with another package, then not an old one",
  },
  {
    name: "better-auth",
    floor: "1.7.16",
    advisory: "CVE-2026-110861, CVE-2026-110864",
    because: "not used; its count of tries could be raced",
  },
];

/** The Node the desk fetches when the machine's is older: 20 is past its end of life since 2026-04-30. */
export const NODE_FLOOR = "24.0.0";
/** The oldest Node of a machine the desk is content with, as `exitdesk doctor` says. */
export const OLDEST_NODE = "22.22.0";
