import { expect, test } from "vitest";
import { type FactsSaid, factsIn, type MailText } from "../../testing/a-mail.ts";

/** Written after the third round was mended, and judged as first read. */
const KINDS: [string, MailText, FactsSaid][] = [
  [
    "netscan table of a big hoster",
    {
      from: "abuse@bighoster.example",
      subject:
        "Abuse Message [AbuseID:AA11BB:22]: NetscanInLevel: Netscan detected from 192.0.2.201",
      body: "##########################################################################\n#               Netscan detected from host   192.0.2.201                #\n##########################################################################\n\nTIME (UTC)           SRC              SRC-PORT -> DST              DST-PORT SIZE PROT\n--------------------------------------------------------------------------\n2026-02-03 04:05:06  192.0.2.201      50123 -> 203.0.113.51          23   60 TCP\n2026-02-03 04:05:07  192.0.2.201      50124 -> 203.0.113.52          23   60 TCP\n",
    },
    {
      accused: ["192.0.2.201"],
      ports: [23],
      sourcePorts: [50123, 50124],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:05:07Z"],
    },
  ],
  [
    "game company's list of times",
    {
      from: "no-reply@games.example",
      subject: "192.0.2.202 was blacklisted from the Game Network [88123]",
      body: "The following IP addresses from your network accessed our services in a manner inconsistent with our terms.\n\n192.0.2.202: 2026-02-03 04:05 ~ 2026-02-03 04:35 (UTC), Account Takeover Attempts\n\nThe destination TCP port was 443.\n",
    },
    {
      accused: ["192.0.2.202"],
      ports: [443],
      times: ["2026-02-03T04:05:00Z", "2026-02-03T04:35:00Z"],
    },
  ],
  [
    "bilingual German and English CERT feed, zone in the prose",
    {
      from: "CERT <reports@reports.cert.example>",
      subject: "[CB-Report#20260203-10001111] Offene Dienste in AS64500",
      body: 'Sehr geehrte Damen und Herren,\n\nBetroffene Systeme in Ihrem Netzbereich (Zeitstempel in UTC):\nAffected systems on your network (timestamps are UTC):\n\n"asn","ip","timestamp","src_port","dst_ip","dst_port"\n"64500","192.0.2.203","2026-02-03 04:05:06","50001","203.0.113.53","445"\n',
    },
    {
      accused: ["192.0.2.203"],
      ports: [445],
      times: ["2026-02-03T04:05:06Z"],
      refs: ["CB-Report#20260203-10001111", "20260203-10001111"],
    },
  ],
  [
    "cloud provider's ASCII table",
    {
      from: "ddos-reports@cloud.example",
      subject: "[123456789] DDoS from your IPs",
      body: "We observed a DDoS attack from these IPs (times in UTC):\n\n+---------------------+-------------+-----------+\n| Time                | Source IP   | Dst port  |\n+---------------------+-------------+-----------+\n| 2026-02-03 04:05:06 | 192.0.2.204 | 443       |\n| 2026-02-03 04:06:06 | 192.0.2.205 | 443       |\n+---------------------+-------------+-----------+\n",
    },
    {
      accused: ["192.0.2.204", "192.0.2.205"],
      ports: [443],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:06:06Z"],
    },
  ],
  [
    "lfd of a control panel",
    {
      from: "root@panel.example",
      subject: "lfd on panel.example: blocked 192.0.2.206 (US/United States/-)",
      body: "Time:     Tue Feb  3 05:05:06 2026 +0100\nIP:       192.0.2.206 (US/United States/-)\nFailures: 5 (smtpauth)\nInterval: 3600 seconds\nBlocked:  Permanent Block\n\nLog entries:\n\n2026-02-03 05:05:01 dovecot_login authenticator failed for (User) [192.0.2.206]:55012: 535 Incorrect authentication data\n",
    },
    { accused: ["192.0.2.206"], ports: [25], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "WHOIS pasted below",
    {
      from: "tech@shop.example",
      subject: "Brute force attack",
      body: "Hi, 192.0.2.207 is attacking SSH on our server 203.0.113.54 since 2026-02-03 04:05:06 GMT.\n\ninetnum:        192.0.2.0 - 192.0.2.255\nnetname:        EXAMPLE-NET\ndescr:          Relay operators\ncountry:        DE\nadmin-c:        XX1-TEST\nremarks:        abuse to 198.51.100.9\n",
    },
    { accused: ["192.0.2.207"], ports: [22], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "web attack, key value, IP in brackets in the subject",
    {
      from: "abuse-reporting@waf.example",
      subject: "WAF abuse report: [192.0.2.208]",
      body: "Offending/Source IP: 192.0.2.208\n   - Issue: Source has attempted the following botnet activity: Wordpress brute force\n   - Block Type: New Ban\n   - Time: 2026-02-02 20:05:06-08:00\n   - Port: 443\n   - Service: https\n   - Report ID: 0a1b2c3d-1111-2222-3333-444455556666\n",
    },
    {
      accused: ["192.0.2.208"],
      ports: [443],
      times: ["2026-02-03T04:05:06Z"],
      refs: ["0a1b2c3d-1111-2222-3333-444455556666"],
    },
  ],
  [
    "bounce of a spam trap operator with full headers attached as text",
    {
      from: "trap@traps.example",
      subject: "Spam from 192.0.2.209",
      body: [
        {
          type: "text/plain",
          text: "Our spam trap got the attached mail at 2026-02-03 04:05:06 UTC.",
        },
        {
          type: "text/plain",
          name: "headers.txt",
          text: "Received: from a.example (a.example [192.0.2.209]) by trap.example; Tue, 3 Feb 2026 04:05:06 +0000\nFrom: x@y.example\n",
        },
      ],
    },
    { accused: ["192.0.2.209"], times: ["2026-02-03T04:05:06Z"], ports: [] },
  ],
  [
    "IP written with words and brackets",
    {
      from: "careful@person.example",
      subject: "Hacking",
      body: "The machine at 192(dot)0(dot)2(dot)210 keeps hammering our VNC server on 5900/tcp. Last seen: 03-Feb-2026 04:05:06 UTC.\n",
    },
    { accused: ["192.0.2.210"], ports: [5900], times: ["2026-02-03T04:05:06Z"] },
  ],
  [
    "subject has the address, body only a log without it",
    {
      from: "noc@x.example",
      subject: "Portscan 192.0.2.211",
      body: "Scanned ports: 21, 22, 23, 80\nStart: 2026-02-03T04:05:06Z\nEnd: 2026-02-03T04:15:06Z\n",
    },
    {
      accused: ["192.0.2.211"],
      ports: [21, 22, 23, 80],
      times: ["2026-02-03T04:05:06Z", "2026-02-03T04:15:06Z"],
    },
  ],
  [
    "M247-like wrapper above a fail2ban mail",
    {
      from: "M-Net Abuse <abuse@mnet.example>",
      subject: "[Ticket ID: MN-100200] Abuse Report: 192.0.2.212",
      body: "Dear Customer,\n\nWe have received an abuse report related to your service. Please investigate and respond within 2 working days.\n\n----\n\nHello,\n\nthe IP 192.0.2.212 was banned by Fail2Ban.\n\nFeb  3 04:05:06 srv sshd[1]: Failed password for root from 192.0.2.212 port 50001 ssh2\n\n(log times are UTC)\n",
    },
    {
      accused: ["192.0.2.212"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z"],
      hours: 48,
      ticket: "MN-100200",
    },
  ],
  [
    "phishing report of a bank in Spanish with many URLs",
    {
      from: "fraude@banco.example",
      subject: "Solicitud de cierre de sitio fraudulento",
      body: "Estimados:\n\nSolicitamos el cierre del siguiente sitio alojado en su red:\n\nURL: hxxp://banco-seguro[.]example/login\nIP: 192.0.2.213\nFecha de detección: 03/02/2026 04:05 UTC\n\nAgradecemos su respuesta en las próximas 24 horas.\n",
    },
    { accused: ["192.0.2.213"], ports: [], hours: 24, times: ["2026-02-03T04:05:00Z"] },
  ],
  [
    "police preservation letter, German date and Aktenzeichen",
    {
      from: "poststelle@polizei.example",
      subject: "Ermittlungsverfahren, Az. 5512 Js 778/26",
      body: "Sehr geehrte Damen und Herren,\n\nin dem Ermittlungsverfahren wird um Auskunft zum Nutzer der IP-Adresse 192.0.2.214 am 03.02.2026 um 05:05:06 Uhr (MEZ) gebeten. Um Antwort bis zum 20.02.2026 wird gebeten.\n",
    },
    { accused: ["192.0.2.214"], times: ["2026-02-03T04:05:06Z"], ports: [] },
  ],
  [
    "firewall CSV of a vendor without quotes",
    {
      from: "fw@corp.example",
      subject: "Denied traffic report",
      body: "Receive Time (UTC),Threat,Source address,Source Port,Destination address,Destination Port,IP Protocol,Action\n2026/02/03 04:05:06,Brute Force,192.0.2.215,50010,203.0.113.55,3389,tcp,drop\n",
    },
    {
      accused: ["192.0.2.215"],
      ports: [3389],
      sourcePorts: [50010],
      times: ["2026-02-03T04:05:06Z"],
    },
  ],
  [
    "Leaseweb-like, reseller forwards in Dutch",
    {
      from: "Support <support@reseller.example>",
      subject: "FW: Abuse notification 192.0.2.216",
      body: "Beste klant,\n\nZie onderstaande klacht. Graag binnen 24 uur actie ondernemen, anders zijn wij genoodzaakt uw server af te sluiten.\n\nVan: noc@victim.example\nVerzonden: dinsdag 3 februari 2026 06:00\nAan: abuse@reseller.example\nOnderwerp: SSH attack\n\n2026-02-03T04:05:06Z sshd: Invalid user admin from 192.0.2.216 port 39999\n",
    },
    {
      accused: ["192.0.2.216"],
      ports: [22],
      times: ["2026-02-03T04:05:06Z"],
      hours: 24,
      reporter: "noc@victim.example",
    },
  ],
  [
    "ddos, amplification through our open resolver",
    {
      from: "ddos@net.example",
      subject: "Open recursive resolver used for an attack: 192.0.2.217",
      body: "Your host 192.0.2.217 took part in an amplification attack. Date/timestamps (far left) are UTC.\n\n2026-02-03 04:05:06.357021 IP (tos 0x0, ttl 107, proto UDP (17), length 1233) 192.0.2.217.53 > 203.0.113.56.29143: 60288| 11/0/1 A 203.0.113.200\n",
    },
    { accused: ["192.0.2.217"], sourcePorts: [53], times: ["2026-02-03T04:05:06.357Z"] },
  ],
  [
    "short form: only an address and an AbuseIPDB link",
    {
      from: "test@tiny.example",
      subject: "abuse 192.0.2.218",
      body: "Please check https://www.abuseipdb.com/check/192.0.2.218\n",
    },
    { accused: ["192.0.2.218"], times: [], ports: [] },
  ],
  [
    "mail with time only in the subject is no event",
    {
      from: "sec@x.example",
      subject: "Abuse 192.0.2.219 - Tue, 03 Feb 2026 04:05:06 +0000",
      body: "Source: 192.0.2.219\nCategory: hacking\nPlease investigate.\n",
    },
    { accused: ["192.0.2.219"], ports: [] },
  ],
  [
    "two addresses of ours, one range",
    {
      from: "soc@y.example",
      subject: "Attacks from your range",
      body: "Attacking hosts:\n192.0.2.220\n192.0.2.221\n\nTarget hosts:\n203.0.113.60\n203.0.113.61\n\nTime frame: 2026-02-03 04:05 - 04:35 UTC\n",
    },
    {
      accused: ["192.0.2.220", "192.0.2.221"],
      times: ["2026-02-03T04:05:00Z", "2026-02-03T04:35:00Z"],
    },
  ],
  [
    "German hoster's lock with its fee and a form",
    {
      from: "Abuse <abuse@billig-hoster.example>",
      subject: "Sperrung [Ticket#2026020410000815]",
      body: "Sehr geehrter Kunde,\n\nIhr VPS mit der IP 192.0.2.222 wurde soeben gesperrt. Bitte nehmen Sie innerhalb von 72 Stunden Stellung, sonst kündigen wir den Vertrag. Die Reaktivierung kostet 5 EUR.\n",
    },
    { accused: ["192.0.2.222"], state: "locked", hours: 72, ticket: "2026020410000815" },
  ],
];

test.each(KINDS)("%s", async (_kind, mail, said) => {
  expect(await factsIn(mail)).toMatchObject(said);
});
