import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

const ACNS = (ip: string, port: string, time: string, id: string, prefix = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}Infringement xmlns${prefix ? ":acns" : ""}="http://www.acns.net/ACNS">\n<${prefix}Case><${prefix}ID>${id}</${prefix}ID><${prefix}Status>Open</${prefix}Status></${prefix}Case>\n<${prefix}Complainant><${prefix}Entity>Rights Ltd</${prefix}Entity><${prefix}Email>notices@rights.example</${prefix}Email></${prefix}Complainant>\n<${prefix}Source><${prefix}TimeStamp>${time}</${prefix}TimeStamp><${prefix}IP_Address>${ip}</${prefix}IP_Address><${prefix}Port>${port}</${prefix}Port><${prefix}Type>BITTORRENT</${prefix}Type></${prefix}Source>\n<${prefix}Content><${prefix}Item><${prefix}Title>A Film About Fish</${prefix}Title></${prefix}Item></${prefix}Content>\n</${prefix}Infringement>\n`;

const KINDS: [string, MailText, FactsSaid][] = [
  [
    "ACNS as octet-stream beside a letter",
    {
      from: "Rights <notices@rights.example>",
      subject: "Notice of Claimed Infringement - Case ID 10203040",
      body: [
        {
          type: "text/plain",
          text: "Dear Sir or Madam,\n\nunder penalty of perjury we state that 192.0.2.101 offered our work. Port: 51413.\n\nCase ID: 10203040\n",
        },
        {
          type: "application/octet-stream",
          name: "notice.xml",
          base64: true,
          text: ACNS("192.0.2.101", "51413", "2026-02-03T04:05:06.25Z", "10203040"),
        },
      ],
    },
    {
      format: "acns",
      accused: ["192.0.2.101"],
      ports: [],
      sourcePorts: [51413],
      times: ["2026-02-03T04:05:06.250Z"],
      work: "A Film About Fish",
    },
  ],
  [
    "ACNS with prefixed names",
    {
      from: "notices@rights.example",
      subject: "Infringement notice",
      body: [
        { type: "text/plain", text: "A notice is attached." },
        {
          type: "text/xml",
          name: "a.xml",
          text: ACNS("2001:db8:5::9", "6881", "2026-02-03T04:05:06Z", "R-77", "acns:"),
        },
      ],
    },
    {
      format: "acns",
      accused: ["2001:db8:5::9"],
      ports: [],
      times: ["2026-02-03T04:05:06Z"],
      work: "A Film About Fish",
    },
  ],
  [
    "ACNS between markers, twice, passed on by a hoster",
    {
      from: "DMCA Team <dmca@hostme.example>",
      subject: "Copyright complaint [#445566]",
      body: `Hello,\n\nwe received the following copyright notices about your service. You have 72 hours to resolve this.\n\n---- Original message ----\nFrom: notices@rights.example\nSubject: Notice\nDate: Tue, 3 Feb 2026 08:00:00 +0000\n\n- ---Start ACNS XML\n${ACNS("192.0.2.102", "6881", "2026-02-03T04:05:06Z", "A-1")}- ---End ACNS XML\n\n- ---Start ACNS XML\n${ACNS("192.0.2.102", "6882", "2026-02-03T05:05:06Z", "A-2")}- ---End ACNS XML\n`,
    },
    {
      format: "acns",
      accused: ["192.0.2.102", "192.0.2.102"],
      ports: [],
      sourcePorts: [6881, 6882],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T05:05:06Z"],
      hours: 72,
    },
  ],
  [
    "copyright letter without XML, port is ours",
    {
      from: "agent@settle.example",
      subject: "Notice of copyright infringement [Case #: C90011]",
      body: "Evidentiary Information:\nProtocol: BITTORRENT\nInfringed Work: A Film About Fish\nInfringing FileName: A.Film.About.Fish.mkv\nInfringing FileSize: 1034342\nInfringer's IP Address: 192.0.2.103\nInfringer's Port: 45682\nInitial Infringement Timestamp: 2026-02-03T04:05:06Z\n",
    },
    { accused: ["192.0.2.103"], ports: [], sourcePorts: [45682], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "German copyright letter, table of times in MEZ",
    {
      from: "kanzlei@recht.example",
      subject: "Urheberrechtsverletzung über Ihren Anschluss 192.0.2.104",
      body: 'Sehr geehrte Damen und Herren,\n\nüber die IP-Adresse 192.0.2.104 wurde das Werk "Fischfilm" in einer Tauschbörse angeboten.\n\nDatum/Uhrzeit: 03.02.2026 05:05:06 MEZ\nPort: 50321\n\nWir fordern Sie auf, binnen 7 Tagen Stellung zu nehmen.\n',
    },
    { accused: ["192.0.2.104"], ports: [], times: ["2026-02-03T04:05:06Z"], hours: 168 },
  ],
  [
    "SpamCop plain report, its time from a system that does not know its zone",
    {
      from: "7234567890@reports.spamcop.net",
      subject: "[SpamCop (192.0.2.105) id:7234567890]Cheap pills",
      body: "[ SpamCop V5.3.0 ]\nThis message is brief for your comfort.  Please use links below for details.\n\nEmail from 192.0.2.105 / Tue, 3 Feb 2026 04:05:06 -0000\nhttps://www.spamcop.net/w3m?i=z7234567890z\n\n[ Offending message ]\nReceived: from x ([192.0.2.105]) by y.example with SMTP; Tue, 3 Feb 2026 04:05:06 -0000\nSubject: Cheap pills\n\nbuy at http://203.0.113.99/\n",
    },
    {
      format: "spamcop",
      accused: ["192.0.2.105"],
      times: [],
      refs: ["7234567890"],
    },
  ],
  [
    "SpamCop through a gateway that put its banner before the subject",
    {
      from: "7234567891@reports.spamcop.net",
      subject: "[External Sender] ??",
      body: "CAUTION: This mail comes from outside.\n\n[ SpamCop V4.9.0 ]\nEmail from 192.0.2.106 / Mon, 02 Feb 2026 23:59:00 +0100\n\n[ Offending message ]\nReceived: from a (203.0.113.5)\n",
    },
    { format: "spamcop", accused: ["192.0.2.106"], times: ["2026-02-02T22:59:00Z"] },
  ],
  [
    "Netcraft-like takedown in Dutch",
    {
      from: "takedown-response+991203@takedowns.example",
      subject: "Issue 991203: Phishing-aanval op https://mijn.bank.example/",
      body: "Geachte heer/mevrouw,\n\nOp uw netwerk staat een phishingsite:\n\nhxxps://mijn[.]bank[.]example/inloggen [192.0.2.107]\n\nWilt u deze binnen 24 uur verwijderen?\n",
    },
    { accused: ["192.0.2.107"], ports: [], hours: 24, times: [] },
  ],
  [
    "malware URL feed of abuse.ch",
    {
      from: "abuse.ch <noreply@abuse.example>",
      subject: "URLhaus: Malware URLs hosted on AS64500",
      body: "The following URLs in your network serve malware. Please take appropriate action.\n\nDateadded (UTC)       URL                                       IP address      Threat\n2026-02-03 04:05:06   http://192.0.2.108:8080/bins.sh           192.0.2.108     malware_download\n2026-02-03 05:05:06   http://files.evil.example/a.exe           192.0.2.109     malware_download\n",
    },
    {
      accused: ["192.0.2.108", "192.0.2.109"],
      ports: [],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T05:05:06Z"],
    },
  ],
  [
    "botnet controller list: the port is where we serve",
    {
      from: "sbl@blocks.example",
      subject: "Botnet C2 server at 192.0.2.110",
      body: "Botnet command & control server hosted in your network:\n\nIP address: 192.0.2.110\nPort: 4443/tcp\nFirst seen: 2026-02-03 04:05:06 UTC\nMalware: Loader\n\nPlease disconnect this host.\n",
    },
    { accused: ["192.0.2.110"], ports: [], sourcePorts: [4443], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "Cloudflare-like relay names the hosts behind its edge",
    {
      from: "Cloudflare <abuse@notify.cloudflare.example>",
      subject:
        "[0123456789abcdef]: Cloudflare received an abuse report regarding one of your customers",
      body: "Cloudflare received a phishing report regarding:\n\nbad.example\n\nPlease be aware Cloudflare is a network provider. Please note that the actual host for bad.example are the following IP addresses. 192.0.2.111. Using the following command, you can confirm.\n\nReported URLs: hxxps://bad.example/x\n\nReporter: Jo Doe\nReporter's Email Address: jo@reporter.example\n",
    },
    { accused: ["192.0.2.111"], ports: [], times: [], refs: ["0123456789abcdef"] },
  ],
  [
    "a blocklist's notice names the listing",
    {
      from: "SBL <sbl-robot@blocks.example>",
      subject: "SBL Removal Ticket SBL556677 192.0.2.112/32",
      body: "IP 192.0.2.112 is listed on the Blocks list as SBL556677. Spam emitter.\n\nSee https://blocks.example/sbl/SBL556677\n",
    },
    { accused: ["192.0.2.112"], times: [], refs: ["SBL556677"] },
  ],
  [
    "IODEF 2 with a namespace of its own",
    {
      from: "cert@nation.example",
      subject: "[CERT] Incident Report 5512",
      body: [
        { type: "text/plain", text: "Please find an incident report attached." },
        {
          type: "application/xml",
          name: "incident.xml",
          text: '<?xml version="1.0"?>\n<iodef:IODEF-Document version="2.00" xmlns:iodef="urn:ietf:params:xml:ns:iodef-2.0">\n<iodef:Incident purpose="reporting"><iodef:IncidentID name="cert.example">5512-9</iodef:IncidentID>\n<iodef:GenerationTime>2026-02-03T08:00:00Z</iodef:GenerationTime>\n<iodef:EventData><iodef:DetectTime>2026-02-03T05:05:06+01:00</iodef:DetectTime>\n<iodef:Flow><iodef:System category="source"><iodef:Node><iodef:Address category="ipv4-addr">192.0.2.113</iodef:Address></iodef:Node></iodef:System>\n<iodef:System category="target"><iodef:Node><iodef:Address category="ipv4-addr">203.0.113.9</iodef:Address></iodef:Node><iodef:Service ip-protocol="6"><iodef:Port>22</iodef:Port></iodef:Service></iodef:System></iodef:Flow></iodef:EventData></iodef:Incident></iodef:IODEF-Document>',
        },
      ],
    },
    { format: "iodef", accused: ["192.0.2.113"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
