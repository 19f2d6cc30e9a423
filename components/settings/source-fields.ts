export type SourceKind = "folder" | "control" | "onionoo";

type SourceField = { name: string; label: string; hint?: string; type?: string };

export const SOURCE_TITLES: Record<SourceKind, string> = {
  folder: "Files of a relay on this machine",
  control: "A running tor on this machine",
  onionoo: "Onionoo, the network's own records",
};

const NAME: SourceField = { name: "name", label: "Name in this list", hint: "May stay empty." };

/** What is asked of each kind of source, in order. */
export const SOURCE_FIELDS: Record<SourceKind, SourceField[]> = {
  folder: [
    NAME,
    {
      name: "dataDirectory",
      label: "DataDirectory",
      hint: "Debian: /var/lib/tor. The user the desk runs as must be in tor's group. Keys are not opened.",
    },
    { name: "torrc", label: "torrc", hint: "/etc/tor/torrc; included files are read with it." },
    { name: "log", label: "Notice log", hint: "/var/log/tor/notices.log, if tor writes one." },
    {
      name: "zone",
      label: "Zone of the log's clock",
      hint: "UTC, +02:00 or Europe/Berlin. Empty: tor's state file tells it, else UTC.",
    },
  ],
  control: [
    NAME,
    { name: "where", label: "Control port or socket", hint: "127.0.0.1:9051 or /run/tor/control." },
    {
      name: "password",
      label: "Password",
      type: "password",
      hint: "Only without cookie authentication. Kept sealed; empty leaves the one there is.",
    },
  ],
  onionoo: [
    NAME,
    {
      name: "address",
      label: "Address",
      hint: "https://onionoo.torproject.org/ or an onion service. It is told which relays you ask about, and nothing else.",
    },
    {
      name: "proxy",
      label: "SOCKS5 proxy",
      hint: "127.0.0.1:9050 asks through your own tor; names are resolved there, never here. An onion service needs it.",
    },
  ],
};
