/** Services by the name complaints give them, and the port that leaves no doubt. HTTP is left out: it is both 80 and 443. */
const SERVICE_PORTS: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  sshd: 22,
  sftp: 22,
  telnet: 23,
  smtp: 25,
  dns: 53,
  pop3: 110,
  imap: 143,
  http: 80,
  https: 443,
  smtps: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
  mssql: 1433,
  mysql: 3306,
  rdp: 3389,
  sip: 5060,
  postgresql: 5432,
  vnc: 5900,
  redis: 6379,
};

/** The port of a service by its lower-case name, null for other words. */
export function servicePort(name: string): number | null {
  return Object.hasOwn(SERVICE_PORTS, name) ? (SERVICE_PORTS[name] ?? null) : null;
}

/** Programs that write a log line, and the port their client came to. First that fits. */
const DAEMONS: readonly { line: RegExp; port: number }[] = [
  { line: /\bsshd(?:-session)?(?:\[\d+\])?:|\bssh2\b|\(sshd:auth\)/, port: 22 },
  { line: /\bimap-login\b|\bimapd(?:\[\d+\])?:/, port: 143 },
  { line: /\bpop3-login\b|\bpop3d(?:\[\d+\])?:/, port: 110 },
  { line: /\bpostfix\/submission\/smtpd\b/, port: 587 },
  { line: /\bpostfix\/smtps\/smtpd\b/, port: 465 },
  {
    line: /\bpostfix\/smtpd\b|\bsm-mta\[|\bsendmail\[|\bSASL (?:LOGIN|PLAIN)\b|\bdovecot_(?:login|plain) authenticator\b/,
    port: 25,
  },
  { line: /\b(?:proftpd|vsftpd|pure-ftpd|ftpd)(?:\[\d+\])?:/, port: 21 },
];

/** `tried to login on smtp-03.mail.example`: the name of the host is the name of the service. */
const SERVICE_HOST =
  /\b(?:log(?:ged)?[ -]?in|login attempts?|authenticate|authentication) (?:on|at|to|against) (ssh|sftp|ftp|smtp|imap|pop3|rdp|telnet)[\w-]{0,60}\.[\w-]/i;

/** The port of the program that wrote this log line, null when it names none. */
export function daemonPort(line: string): number | null {
  if (!ANY_NAME.test(line)) return null;
  const daemon = DAEMONS.find((each) => each.line.test(line))?.port;
  const named = SERVICE_KEY.exec(line) ?? SERVICE_HOST.exec(line);
  return daemon ?? servicePort(named?.[1]?.toLowerCase() ?? "");
}

/** Without one of these no pattern here matches: most lines of a log are done with one look. */
const ANY_NAME =
  /ssh|imap|pop3|smtpd|sm-mta|sendmail|sasl|dovecot_|ftpd|service|log(?:ged)?[ -]?in|authenticat/i;
/** `user: root service: ftp target: 192.0.2.1`: a key among others on the line. */
const SERVICE_KEY = /[ ,;]service[:=] ?"?([a-z\d]{3,10})"?[ ,;]{1,2}\w{2,12}[:=]/i;
