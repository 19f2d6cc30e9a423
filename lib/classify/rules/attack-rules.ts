import { inText, type Rule } from "../rule.ts";

/** Guessing passwords. */
export const BRUTEFORCE_RULES: Rule[] = [
  {
    type: "bruteforce",
    at: inText(5),
    pattern:
      /(?:brute[- ]?forc|credential[- ]stuffing|password[- ](?:guess|spray|attack|crack)|dictionary attack|guess(?:ing)? (?:\S{1,10} )?passwords?|passwort-?raten|подбор\S{0,2} парол|перебор\S{0,2} парол|fuerza bruta|força bruta|forza bruta|attaque par force|łamani\S{1,2} haseł)/,
    reason: "It speaks of password guessing",
  },
  {
    type: "bruteforce",
    at: inText(4),
    pattern:
      /(?:(?:failed|unauthori[sz]ed|invalid|illegal|repeated|multiple|unsuccessful|suspicious) (?:\S{1,15} ){0,2}(?:log-?ins?|logons?|sign-?ins?|authentications?|passwords?)\b|failed to log ?-?[io]n|event(?: id)? 4625|spray\S{0,4} (?:\S{1,10} )?passwords?|locked out|lock-?outs?\b|(?:usernames?|passwords?) (?:were )?tried|connect as root|log-?[io]n[- ]?(?:attack|attempt|fail|abuse)|authentication (?:failure|attempt|attack)|auth[- ]fail|(?:attempt(?:s|ed|ing)?|tried|try(?:ing)?|tries) (?:\S{1,10} )?to (?:log ?in|login|authenticate|gain (?:unauthori[sz]ed )?access|break in)|break(?:ing)?[- ](?:in(?:to)?|(?:\S{1,15} )?accounts?)\b|versuch\S{0,3} .{0,80}(?:einzuloggen|anzumelden|einzubrechen)|anmelde(?:versuch|fehler)|login-?versuch|einbruchsversuch|tentatives? (?:de connexion|d'authentification|d'intrusion)|inlogpoging|intentos? (?:de (?:acceso|inicio|login|autenticación)|fallidos)|tentativ[oi] di (?:accesso|login|autenticazione)|tentativas? de (?:login|acesso|autenticação)|попытк?\S{0,2} (?:входа|авторизаци|доступа|взлом)|prób\S{0,2} (?:logowania|włamania))/,
    reason: "It speaks of failed or unauthorised logins",
  },
  {
    type: "bruteforce",
    at: { body: 5, evidence: 5 },
    pattern:
      /(?:failed password|invalid user \S|illegal user \S|sshd\[\d|\[preauth\]|pam ?unix\(|authentication failure; ?logname|maximum authentication attempts|connection (?:closed|reset) by (?:authenticating|invalid) user|received disconnect from .{0,60}preauth|sasl (?:login|plain|cram-md5) authentication failed|\(auth failed, \d|auth-worker.{0,80}(?:mismatch|unknown user)|imap-login: |pop3-login: |no such user found|530 login|registration from '.{0,80}' failed|wrong password|kippo|cowrie)/,
    reason: "The log shows failed logins",
  },
  {
    type: "bruteforce",
    at: inText(3),
    pattern:
      /(?:\b(?:ssh|sshd|rdp|ftp|telnet|imap|vnc)[- ](?:daemon|honeypot|attack|event|abuse|scan|login|brute|connection|probe)|(?:attempts?|attacks?) (?:\S{1,15} ){0,4}(?:against|on|to|via|with|at) (?:\S{1,10} ){0,2}(?:ssh|sshd|ftp|imap|pop3|smtp|rdp|telnet|sip|vnc)\b|\bfirewall on \S+ \d+ times|banned .{0,60}(?:ssh|dovecot|postfix|sasl|imap)|locked out from signing|wordfence|\basterisk\b|\bsip (?:server|port|register|attack|brute|fraud)|\bvoip\b|toll fraud|tried to log in)/,
    reason: "It speaks of attacks on a login service",
  },
  {
    type: "bruteforce",
    at: { facts: 4 },
    pattern: /^label:.{0,30}(?:log ?in attack|brute ?force|bruteforce|login|ssh|auth|credential)/m,
    reason: "The sender's label says login attack",
  },
  {
    type: "bruteforce",
    at: { facts: 2 },
    pattern: /^(?:format:fail2ban|port:(?:21|22|23|110|143|993|995|2222|3389|5060|5900))$/m,
    reason: "The reporting tool or the port is one of login attacks",
  },
  {
    type: "bruteforce",
    at: { body: 1, evidence: 1, subject: 1 },
    pattern:
      /(?:\bfail2ban\b|\bssh\b|honeypot|intrusion attempts? (?:was|were) detected|automatic(?:ally)? (?:e-?mail )?abuse report|attempted unauthori[sz]ed)/,
    reason: "It reads like the report of a login guard",
  },
  {
    type: "bruteforce",
    at: { sender: 1, body: 1 },
    pattern: /(?:fail2ban|denyhosts|sshguard|csf\/lfd|official abuse contact)/,
    reason: "A login guard such as fail2ban wrote it",
  },
  {
    type: "bruteforce",
    at: inText(2),
    pattern:
      /(?:(?:unauthori[sz]ed|illegal) access|\bwp-login|xmlrpc|xml-rpc|unbefugt\S{0,2} zugriff|accès non autorisé|acceso no autorizado|accesso non autorizzato|acesso não autorizado|несанкционирован\S{1,4} доступ|nieautoryzowan\S{1,3} dostęp)/,
    reason: "It speaks of unauthorised access",
  },
  {
    type: "bruteforce",
    at: { subject: 12, facts: 12 },
    pattern: /(?:honeypot (?:\S{1,20} )?brute ?force|^part:.{0,80}honeypot_brute)/m,
    reason: "The feed lists password guessing against honeypots",
  },
];

/** Knocking at doors. */
export const PORTSCAN_RULES: Rule[] = [
  {
    type: "portscan",
    at: inText(6),
    pattern:
      /(?:port[- ]?scan|port[- ]?prob|net(?:work)?[- ]?scan|host[- ]?scan|(?:horizontal|vertical) scan|syn scan|scan probe|(?:ports? \S{1,12} ?(?:\(\S{1,15}\) )?(?:is |are |was )?(?:being )?scann)|netscaninlevel|netscanoutlevel|skenování portů|escane\S{1,3} de puertos|balayage de ports|scan(?:sion\w?)? (?:delle|di) porte|poortscan|сканировани\S{1,2} (?:портов|сети)|skanowani\S{1,2} port|varredura de portas?)/,
    reason: "It speaks of a port or network scan",
  },
  {
    type: "portscan",
    at: inText(3),
    pattern:
      /(?:\bscann(?:ing|ed)\b|\bscans?\b (?:from|of|our|by|on|detected)|\bprob(?:e|es|ed|ing)\b|reconnaissance|security probing|unsolicited (?:connection|tcp|traffic|packets?)|(?:tcp|unauthori[sz]ed|multiple) connection attempts?|firewall (?:drop|block|den)|\bdenied\b.{0,60}\btcp\b|monitor-hit)/,
    reason: "It speaks of scanning or probing",
  },
  {
    type: "portscan",
    at: { subject: 12, facts: 12 },
    pattern:
      /(?:honeypot (?:\S{1,20} ){1,3}scan(?:ner)? events?|^part:.{0,80}honeypot_\w{1,30}_scan)/m,
    reason: "The feed lists scans of honeypots",
  },
  {
    type: "portscan",
    at: inText(4),
    pattern: /(?:\bet scan\b|\bnmap\b|\bzgrab\b|\bzmap\b|masscan|scanner detect|shodan|censys)/,
    reason: "It names a scanning tool",
  },
  {
    type: "portscan",
    at: { body: 3, evidence: 3 },
    pattern:
      /(?:\bproto=(?:tcp|udp).{0,80}\bdpt=\d|\bdpt=\d{1,5}|\b(?:in|out)=\S{0,12} .{0,100}\bsrc=|port ?scan(?:ning)? (?:attack )?detected|(?:tcp|udp) +\d+\.\d+\.\d+\.\d+ +\d+ +=> +\d|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} +\d{1,5} +-> +\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} +\d{1,5} +\d{1,5} +tcp)/,
    reason: "The evidence is a firewall log",
  },
  {
    type: "portscan",
    at: { facts: 4 },
    pattern: /^label:.{0,30}(?:port ?scan|port probe|net ?scan|scan$|scanning|firewall|probe)/m,
    reason: "The sender's label says scan",
  },
  {
    type: "portscan",
    at: { facts: 2 },
    pattern: /^(?:targets:many|flags:syn)$/m,
    reason: "Many targets, or nothing but opening packets",
  },
];

/** Too much of everything. */
export const DDOS_RULES: Rule[] = [
  {
    type: "ddos",
    at: inText(6),
    pattern:
      /(?:\bddos(?:-|es|ing|ed)?\b(?!-)|\bdos(?:-| )(?:attack|angriff|attaque|aanval|activit|traffic|event|alert|source|mitigat|protect|report|incident)|(?:type|label|category|abuse)\S{0,2} dos\b|\(d\)dos|\bdosing\b|\bdosed\b|denial[- ]of[- ]service|\b(?:syn|udp|tcp|icmp|http|ack|dns|get|packet|layer ?7) ?flood|(?<!brute.?force )amplification|(?:ntp|dns|ssdp|memcached|chargen|cldap|snmp|udp) reflect|monlist|reflection attack|volumetric|\bdistributed attack|überlastungsangriff|déni de service|denegación de servicio|negação de serviço|отказ\S{0,2} в обслуживании|ddos-атак|odmow\S{1,2} usługi)/,
    reason: "It speaks of an overload attack",
  },
  {
    type: "ddos",
    at: { subject: 12, facts: 12 },
    pattern: /(?:honeypot (?:\S{1,20} ){0,2}ddos|^part:.{0,80}honeypot_ddos)/m,
    reason: "The feed lists overload attacks seen by honeypots",
  },
  {
    type: "ddos",
    at: inText(4),
    pattern:
      /(?:(?:large|huge|excessive|unusual|massive|abnormal|high) (?:\S{1,15} ){0,2}(?:number|amount|volume|rate) of (?:\S{1,15} ){0,2}(?:requests?|connections?|traffic|packets?|queries)|(?:thousands? of|millions? of|million|billion) (?:requests|connections|packets)\b|excessive (?:requests?|connections?|traffic|crawling|scraping)|too many (?:requests|connections)|\d ?(?:k|m|g)?(?:pps|kpkts|mbps|gbps|bps)\b|packets per second|requests per (?:second|minute)|\bscrap(?:ing|er)\b|aggressive (?:crawl|bot)|flood(?:ing|ed)?\b|(?:connections?|requests?|hits|queries) (?:per|a|each) (?:second|minute|hour|day)|(?:site|server|service|wiki|shop|forum) (?:\S{1,10} ){0,3}(?:unusable|unavailable|unreachable|overload\S{0,3}|down because)|makes? (?:\S{1,12} ){0,3}(?:unusable|unavailable|unreachable)|too much traffic)/,
    reason: "It speaks of too many requests or packets",
  },
  {
    type: "ddos",
    at: { facts: 4 },
    pattern: /^label:.{0,30}(?:ddos|dos attack|denial|flood|amplif)/m,
    reason: "The sender's label says overload attack",
  },
  {
    type: "ddos",
    at: { subject: 8, body: 6 },
    pattern:
      /(?:(?:used|abused) (?:for|in) (?:an? )?attacks?|(?:participat\w{1,4}|tak\w{1,4}|took) (?:part )?in (?:an? )?(?:\S{1,15} )?attack|attack(?:ed|ing|s)? (?:against )?(?:one of our|a customer|our customer)|spoofed queries|large (?:udp )?responses)/,
    reason: "It says that the machine took part in an attack",
  },
  {
    type: "ddos",
    at: { body: 2 },
    pattern: /(?:malicious traffic|attack traffic|coordinated|botnet attack)/,
    reason: "It speaks of attack traffic",
  },
];

/** Attacks on web applications. */
export const WEBATTACK_RULES: Rule[] = [
  {
    type: "webattack",
    at: inText(5),
    pattern:
      /(?:sql[- ]?inject|\bsqli\b|cross[- ]site|\bxss\b|(?:path|directory) traversal|remote (?:code|file) (?:execution|inclusion)|\b(?:rce|rfi|lfi)\b|web ?shell|log4(?:j|shell)|shellshock|web[- ]?(?:app(?:lication)?s?[- ])?(?:attack|hack|exploit)|(?:attack|hack|exploit)\w{0,4} (?:\S{1,10} ){0,4}(?:web ?site|web ?server|web applications?|wordpress|joomla|drupal|cms)|http attack|vulnerability scan|exploit[- ](?:runs?|attempt|scan)|apache-attack|injection attack|site attack|hacking http|modsec|mod security|\bwaf\b|\bnikto\b|\bsqlmap\b|\bacunetix|\bwpscan|upload (?:a |an )?(?:\S{1,10} )?shell|bad ?bots?)/,
    reason: "It speaks of an attack on a web site",
  },
  {
    type: "webattack",
    at: inText(3),
    pattern:
      /(?:hack(?:ing|er)?(?:[- ]attempts?|[- ]attacks?|[- ]scann)|\bhack attempts?|intrusion attempt|exploit(?:s|ation|ing|ed)?\b|wp-admin|phpmyadmin|\.env\b|admin panels?|botware|robots\.txt|vulnerabilit(?:y|ies)|tentatives? de piratage|hackversuch|hackpoging|ataque|attacco|взлом|хакер)/,
    reason: "It speaks of hacking or exploits",
  },
  {
    type: "webattack",
    at: inText(2),
    pattern: /(?:\bwp-login|xmlrpc|xml-rpc|wordpress|joomla)/,
    reason: "It names parts of web sites that are often attacked",
  },
  {
    type: "webattack",
    at: { subject: 4, body: 2, evidence: 2 },
    pattern:
      /(?:\b(?:get|post|head) \/|http\/[12]\.[01]|malicious (?:\S{1,10} )?requests?|\bhttps? requests?|web ?requests?|user-?agent|access[- ._]log|\bhack(?:ers?|ing|ed)?\b|\bintrusion|attack(?:s|ed|ing)? (?:\S{1,12} ){0,4}(?:web|site|url|http)|\bapache\b|\bnginx\b|\bweb ?(?:site|server|page)s? (?:\S{1,10} ){0,3}attack)/,
    reason: "It speaks of requests to a web server or of hacking",
  },
  {
    type: "webattack",
    at: { body: 4, evidence: 4 },
    pattern:
      /(?:"(?:get|post|head|put|options|propfind|connect) \S{1,300} ?http\/|\b(?:get|post|head) \/\S{0,200}(?:\.php|wp-|cgi-bin|\.env|admin|\.git|union|select|eval)|" (?:40[0-9]|444|50[0-9]) \d|http\/[12]\.[01]"? [2-5]\d\d|[ "]\/[\w./-]{1,60}\.(?:php|aspx?|jsp|cgi|bak|sql)\b|cs-method|\bhttp (?:request|method|action|status)\b|user-?agent ?[:-] ?mozilla)/,
    reason: "The evidence is a web server's log",
  },
  {
    type: "webattack",
    at: { facts: 4 },
    pattern:
      /^label:.{0,30}(?:web|http|vulnerability scan|exploit|hack|apache|badbot|bad bot|sql|xss)/m,
    reason: "The sender's label says web attack",
  },
  {
    type: "webattack",
    at: { facts: 1 },
    pattern: /^port:(?:80|443|8080|8443|2083)$/m,
    reason: "The port is one of web servers",
  },
];
