import { expect, test } from "vitest";
import { detectLanguage, detectLanguages } from "./language.ts";

test.each([
  ["pl", "Z adresu 192.0.2.7 otrzymujemy dużą ilość niechcianej poczty. Proszę o zablokowanie."],
  ["pt", "Recebemos mensagens não solicitadas enviadas a partir do IP 192.0.2.7."],
  ["en", "Please be informed that we have detected an attack on our network from your address."],
  [
    "de",
    "Sehr geehrte Damen und Herren, von Ihrer Adresse wurde ein Angriff auf unser Netz durchgeführt. Bitte prüfen Sie das.",
  ],
  [
    "fr",
    "Bonjour, nous avons constaté une attaque de la part de votre serveur. Merci de faire le nécessaire.",
  ],
  [
    "nl",
    "Geachte heer, wij hebben een aanval vanaf uw server gezien en dit is niet toegestaan. Graag actie nemen.",
  ],
  [
    "es",
    "Hola, hemos detectado un ataque desde su servidor a nuestra red. Por favor tome las medidas.",
  ],
  [
    "it",
    "Buongiorno, abbiamo rilevato un attacco dal vostro server alla nostra rete. Vi preghiamo di intervenire, grazie.",
  ],
  [
    "pt",
    "Prezados, foi detectado um ataque a partir do seu servidor para a nossa rede. Por favor tome as medidas. Obrigado.",
  ],
  [
    "pl",
    "Dzień dobry, wykryliśmy atak z Państwa serwera na naszą sieć. Proszę o podjęcie działań przez Państwa.",
  ],
  [
    "cs",
    "Dobrý den, zjistili jsme útok na naši síť z vaší adresy, který není povolen. Prosíme o nápravu.",
  ],
  ["ru", "Здравствуйте, с вашего адреса была атака на нашу сеть. Просим принять меры."],
  [
    "sv",
    "Hej, vi har sett en attack från er server mot vårt nät och det är inte tillåtet. Vänliga hälsningar",
  ],
  [
    "fi",
    "Hei, olemme havainneet hyökkäyksen, joka on tullut teidän osoitteesta ja se ei ole sallittu. Ystävällisin terveisin",
  ],
  [
    "tr",
    "Merhaba, sizin sunucu üzerinden bir saldırı var ve bu kabul değil. Lütfen için gereğini yapın. Saygılarımızla",
  ],
  ["zh", "您好，我们发现来自您的地址的攻击，请立即处理。"],
  ["ja", "お世話になっております。貴社のアドレスから攻撃を検出しました。"],
  ["ko", "안녕하세요, 귀사의 주소에서 공격이 감지되었습니다."],
])("%s is recognised", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("logs, headers and links say nothing about the language", () => {
  const log = Array.from(
    { length: 50 },
    (_, i) =>
      `Feb  3 04:05:${String(i).padStart(2, "0")} host sshd[12]: Failed password for root from 192.0.2.7 port 22`,
  );
  expect(
    detectLanguage(
      `Guten Tag, das ist von Ihrem Server und nicht in Ordnung. Bitte prüfen Sie die Ursache.\n\n${log.join("\n")}`,
    ),
  ).toBe("de");
  expect(detectLanguages("GET /a/na/se HTTP/1.1 404\nX-Mailer: a v na")).toEqual([]);
  expect(detectLanguage("")).toBe("en");
});

test("in a bilingual mail the opening language comes first", () => {
  const nl =
    "Geachte heer, wij hebben een aanval vanaf uw server gezien en dit is niet toegestaan. Graag nemen wij contact op.";
  const en =
    "Dear sir, we have seen an attack from your server and this is not allowed. Please take action on it and let us know if it is done.";
  expect(detectLanguages(`${nl}\n\n${en}`)).toEqual(["nl", "en"]);
  expect(detectLanguages(`${en}\n\n${nl}`)).toEqual(["en", "nl"]);
});
