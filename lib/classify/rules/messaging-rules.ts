import { inText, type Rule } from "../rule.ts";

const WEB_SPAM =
  /(?:(?:comment|forum|blog|wiki|bbs|guest ?book|referr?er|registration|form|board|web) ?-?spam|spam(?:ming|med)? (?:\S{1,10} ){0,3}(?:my|our|the|a)? ?(?:site|web ?site|forum|blog|wiki|bbs|guest ?book|comments?|board|contact form|form)|(?:contact|mail|web|registration|comment|feedback) ?-?forms? (?:\S{1,10} )?(?:spam|attack|abuse)|\bregbot|spam-?bots? (?:on|in|regist)|(?:fake|mass|automated) (?:account )?registrations?|stop ?forum ?spam|formular-?spam|spam (?:via|through|in|über) (?:\S{1,10} ){0,2}(?:form|web|kontaktformular)|spamming via web|regist\S{1,5} (?:\S{1,10} ){0,2}(?:at|on|in) (?:\S{1,10} ){0,3}(?:forum|board|phpbb|wiki|community)|(?:forum|message board|guest ?book|wiki|blog|comments?) (?:\S{1,15} ){0,8}(?:links|advertis\S{0,6}|casinos?|pills|viagra)\b|(?:links|advertis\S{0,6}|entries) (?:\S{1,15} ){0,5}(?:forum|message board|guest ?book|wiki|blog|comments?)\b|(?:creat|regist)\S{1,5} (?:\S{1,12} ){0,3}(?:fake|hundreds of|many|thousands of|spam) accounts?)/;

export const SPAM_EMAIL_RULES: Rule[] = [
  {
    type: "spam_email",
    at: { facts: 8 },
    pattern: /^(?:format:(?:arf|spamcop)|feedback:(?:abuse|spam|opt-out|fraud|virus))$/m,
    reason: "It is a report of a feedback loop (RFC 5965) or of SpamCop",
  },
  {
    type: "spam_email",
    at: { subject: 5, body: 5, evidence: 3 },
    pattern:
      /(?:\bspam (?:report|complaint|mail|e-?mail|message|abuse|source|sample|from|received|sent|has been|was|run|attack)|\bspammers?\b|spam ?trap|spamvertis|\b(?:unsolicited|unwanted) (?:\S{1,15} ){0,2}(?:bulk |commercial )?(?:e-?mail|messages?|mails?)\b|\bu[bc]e\b|e-?mail abuse report for an e-?mail message|email spam|spam\S{0,12} report|(?:receiv|sen[dt]|stop)\w{0,4} (?:\S{1,15} ){0,3}spam(?:ming)?\b|still more spam|(?:getting|receiv\w{1,4}|gets?) (?:\S{1,10} ){0,2}(?:e-?mails?|newsletters?|mailings?) (?:\S{1,15} ){0,6}(?:never|not) |never (?:signed up|subscribed|opted|asked for)|did not (?:sign up|subscribe|opt)|address that never existed|without (?:my |our )?(?:prior )?consent .{0,40}(?:mail|newsletter)|newsletter without|werbe-?mails?|werbung (?:per|via|von)|(?:ungewollte|unerwünschte) werbung|(?:phishing|scam|fraud) (?:e-?mails?|mails?|messages?) (?:from|sent|coming)|advertis\w{1,6} e-?mails?|junk ?mail|courrier indésirable|pourriel|ongewenste (?:e-?mail|reclame)|correo (?:no deseado|basura)|posta indesiderata|spam-?mails?|unerwünschte (?:e-?mail|werbe)|спам|niechcian\S{1,2} (?:wiadomoś|poczt)|lixo eletrônico)/,
    reason: "It complains of unwanted mail",
  },
  {
    type: "spam_email",
    at: { subject: 3, body: 2, evidence: 1 },
    pattern: /(?:\bspam\b|\bsnowshoe\b|\bbulk mail\b|\bmass mail|complaint about message from)/,
    reason: "It says spam",
  },
  {
    type: "spam_email",
    at: { facts: 8 },
    pattern: /^pasted:mail$/m,
    reason: "A received mail with its headers is attached",
  },
  {
    type: "spam_email",
    at: { body: 4, evidence: 4 },
    pattern:
      /(?:sender address rejected|reject: rcpt|helo command rejected|relay access denied|too many recipients|blocked using \S+|\bpostfix\/smtpd\b.{0,200}reject|spf fail)/,
    reason: "The log is that of a mail server refusing mail",
  },
  {
    type: "spam_email",
    at: { facts: 5 },
    pattern: /^label:.{0,30}(?:spam|ube|uce|mail$|trap|messaging|harvest)/m,
    reason: "The sender's label says spam",
  },
  {
    type: "spam_email",
    at: { facts: 3 },
    pattern: /^part:message\/rfc822/m,
    reason: "A whole mail is attached",
  },
  {
    type: "spam_email",
    at: { sender: 4 },
    pattern:
      /(?:spamcop\.net|feedback ?loop|\bfbl\b|spamtrap|clean-mx|\bspfbl|junkemailfilter|spamreport)/,
    reason: "The sender reports unwanted mail",
  },
  {
    type: "spam_email",
    at: { subject: -4, body: -8 },
    pattern: WEB_SPAM,
    reason: "The spam came through a web form",
  },
  {
    type: "spam_email",
    at: { facts: 2 },
    pattern: /^port:(?:25|465|587)$/m,
    reason: "The port is one of mail",
  },
];

export const SPAM_WEB_RULES: Rule[] = [
  {
    type: "spam_web",
    at: inText(8),
    pattern: WEB_SPAM,
    reason: "It speaks of spam in web forms or forums",
  },
  {
    type: "spam_web",
    at: { facts: 6 },
    pattern: /^label:.{0,30}(?:reg ?bot|forum|comment|form spam|web ?form|web ?spam|blog)/m,
    reason: "The sender's label says form or forum spam",
  },
];

/** No real sample was at hand; written from operators.md 1.1 no. 10 and the words of the daemons. */
export const IRC_RULES: Rule[] = [
  {
    type: "irc",
    at: inText(7),
    pattern:
      /(?:\b[kgzd]:?-?line[ds]?\b|\bgzlined?\b|\bakill(?:ed)?\b|\bshun(?:ned)?\b.{0,40}irc|(?:ban(?:ned|s)?|flood(?:ed|ing)?|evad(?:ed|ing)|disconnect(?:ed|ing)?) .{0,60}\birc\b|\birc\b.{0,80}(?:banned|flood|evad)|irc (?:abuse|spam|flood|bots?|attack|network|operator|oper|clones?|server|channel|drones?|ban)|\bircops?\b|\bircd\b|clone (?:flood|bots?|attack)|(?:channel|nick|join|ctcp) flood|\b(?:nick|chan|oper)serv\b|spamfilter|efnet|undernet|quakenet|libera\.chat|\boftc\b|\brizon\b)/,
    reason: "It speaks of abuse on IRC",
  },
  {
    type: "irc",
    at: { subject: 3, body: 3, evidence: 2 },
    pattern:
      /(?:\birc\b|\birc\.[a-z0-9-]{2,40}\.[a-z]{2,10}\b|#[a-z][a-z0-9-]{2,30} (?:channel|on irc)|\b(?:privmsg|notice) #)/,
    reason: "IRC is mentioned",
  },
  {
    type: "irc",
    at: { facts: 5 },
    pattern: /^label:.{0,30}\birc\b/m,
    reason: "The sender's label says IRC",
  },
  {
    type: "irc",
    at: { facts: 3 },
    pattern: /^port:(?:666[0-9]|6697|7000|7070)$/m,
    reason: "The port is one of IRC",
  },
  {
    type: "irc",
    at: { body: -6, subject: -3 },
    pattern:
      /(?:\bc ?(?:&|and|2|&amp;) ?c\b|command[- ](?:and|&)[- ]control|botnet (?:controller|over|using|via)|controller (?:\S{1,15} ){0,4}irc)/,
    reason: "IRC only carries a botnet's orders",
  },
];
