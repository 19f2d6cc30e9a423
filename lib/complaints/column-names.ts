/**
 * The columns of complaint tables under one name each, whatever language and spelling their head has: `Adresse IP source`,
 * `Quell-IP`, `srcip` and `attacker_ip` are `source ip`. Other heads come back in lower case without accents.
 */
export function columnName(head: string): string {
  const name = withoutAccents(head.toLowerCase())
    .replace(/\(.{0,100}?\)|\[.{0,100}?\]/g, " ")
    .replace(/["'*:]/g, "")
    .replace(/[\s_./-]+/g, " ")
    .trim();
  const kind = KINDS.find((each) => each.words.test(name))?.kind;
  if (kind === undefined || name.length > 40) return name;
  if (kind === "time") return "time";
  const words = name.split(" ");
  const side = SIDES.find((each) => words.some((word) => each.words.test(word)))?.side;
  const isSide = (word: string) => SIDES.some((each) => each.words.test(word));
  if (
    !words.every(
      (word) =>
        BESIDE.test(word) || isSide(word) || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(word),
    )
  )
    return name;
  return side === undefined ? kind : `${side} ${kind}`;
}

function withoutAccents(text: string): string {
  if (IN_ASCII.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(CJK_WORD, " $& ");
}

/** Japanese, Chinese and Korean heads have no blanks between their words. */
const CJK_WORD =
  /送信元|発信元|攻撃元|宛先|目的|目标|源|출발지|목적지|ポート|アドレス|端口|地址|포트/g;

const IN_ASCII = /^[ -~\s]*$/;
const KINDS = [
  {
    kind: "time",
    words:
      /^(?:zeit|zeitpunkt|zeitstempel|heure|horodatage|fecha(?: y hora)?|hora|data(?: e? ?ora| hora)?|ora|datum(?: uhrzeit| zeit| en tijd)?|uhrzeit|tijd|tijdstip|czas|tid|cas|дата|время|дата и время|(?:fecha|hora|date|heure|data|datum|zeit)(?: y hora)?(?: de)? (?:inicio|fin|debut|inizio|fine|fim|start|ende?|beginn?|einde)|日時|時刻|时间|時間|시간|일시)$/,
  },
  {
    kind: "port",
    words:
      /(?:^| |quell|ziel|bron|doel)(?:port|puerto|porta|poort|порт|ポート|端口|포트)s?$|^(?:port|puerto|porta|poort|порт)(?: |$)/,
  },
  {
    kind: "ip",
    words:
      /(?:^| |quell|ziel|bron|doel|src|dst)(?:ips?|ipv[46]|ip ?addr(?:ess)?|ip ?adress?e?|adresse?s? ip|direccion(?:es)? ip|indirizz[oi] ip|endereco ip|ip адрес|addr(?:ess)?|アドレス|地址)(?: |$)/,
  },
];
const SIDES = [
  {
    side: "source",
    words:
      /^(?:src(?:ip|port)?|source|quell(?:e|ip|port)?|bron(?:ip|port)?|origen|origem|origine|sorgente|zrodlow[ya]|источник[а]?|emetteur|attaquante?|angreifer|aanvaller|atacante|attaccante|送信元|発信元|攻撃元|源|출발지)$/,
  },
  {
    side: "destination",
    words:
      /^(?:dst(?:ip|port)?|dest|destination|ziel(?:ip|port)?|doel(?:ip|port|wit)?|destino|destinazione|docelow[ya]|cible|victime|opfer|slachtoffer|назначения|宛先|目的|目标|목적지)$/,
  },
];
/** The only other words such a head may have: a sentence with an address in it is none. */
const BESIDE =
  /^(?:(?:quell|ziel|bron|doel|src|dst)?(?:ips?|ipv[46]|ports?|poort)|puertos?|porta|port[oy]?|порт|ip|adress?e?|addr(?:ess)?|direccion|indirizzo|endereco|адрес|de|di|do|da|del|della|y|e|en|et|und|no|nr)$/;
