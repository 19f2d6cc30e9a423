/** Month names as mail clients and log writers use them, without accents and case; also in the genitive. Index 0 is January. */
const MONTHS = [
  "january jan januar jaenner janner januari janvier janv enero ene gennaio gen janeiro stycznia styczen sty ledna leden tammikuuta tammikuu tammi ocak januarie ianuarie январь января янв",
  "february feb februar februari fevrier fevr fev febrero febbraio fevereiro lutego luty lut unora unor helmikuuta helmikuu helmi subat februarie февраль февраля фев",
  "march mar marz maerz mrz maart mrt mars marzo marco marca marzec brezna brezen maaliskuuta maaliskuu maalis mart martie март марта мар",
  "april apr avril avr abril abr aprile kwietnia kwiecien kwi dubna duben huhtikuuta huhtikuu huhti nisan nis aprilie апрель апреля апр",
  "may mai mei mayo maggio mag maio maja maj kvetna kveten toukokuuta toukokuu touko mayis май мая",
  "june jun juni juin junio giugno giu junho czerwca czerwiec cze cervna cerven kesakuuta kesakuu kesa haziran haz iunie июнь июня июн",
  "july jul juli juillet juil julio luglio lug julho lipca lipiec lip cervence cervenec heinakuuta heinakuu heina temmuz tem iulie июль июля июл",
  "august aug aout agosto ago sierpnia sierpien sie srpna srpen elokuuta elokuu elo agustos august август августа авг",
  "september sep sept septembre septiembre settembre set setembro september wrzesnia wrzesien wrz zari syyskuuta syyskuu syys eylul eyl septembrie сентябрь сентября сен сент",
  "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen lokakuuta lokakuu loka ekim octombrie октябрь октября окт",
  "november nov novembre noviembre novembro listopada listopad lis listopadu marraskuuta marraskuu marras kasim kas noiembrie ноябрь ноября ноя нояб",
  "december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien gru prosince prosinec joulukuuta joulukuu joulu aralik ara decembrie декабрь декабря дек",
];

const MONTH_OF = new Map(
  MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** 1-12 for a month word in any of the desk's languages, null for any other word. */
export function readMonth(word: string): number | null {
  const lower = word.toLowerCase();
  return MONTH_OF.get(lower) ?? MONTH_OF.get(withoutAccents(lower)) ?? null;
}

function withoutAccents(word: string): string {
  // й decomposes too, so Cyrillic is looked up before accents go.
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i");
}
