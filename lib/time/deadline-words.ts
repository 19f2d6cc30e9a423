/** The words deadlines are made of, by language. Rules only; `deadline.ts` reads by them. Blanks stand as `[ ]`. */

/** What stands right before the span. */
export const LEAD = [
  "within(?:[ ]the)?(?:[ ]next|[ ]following)?(?:[ ]a(?:[ ]period[ ]of|[ ]maximum[ ]of)?)?|in(?:[ ]less[ ]than|[ ]under|[ ]the[ ]next|[ ]no[ ]more[ ]than)?|no[ ]later[ ]than|not[ ]later[ ]than|you(?:[ ](?:now|will|shall|only)){0,2}[ ]have|you[ ]are[ ](?:given|granted)|(?:a[ ])?deadline[ ](?:of|is|:)|deadline:|(?:response|reply|answer)[ ](?:time|due|deadline)(?:[ ]is)?:?",
  "innerhalb(?:[ ]von|[ ]der[ ]nächsten|[ ]der[ ]kommenden)?|binnen|innert|in[ ]den[ ]nächsten|(?:mit[ ]einer[ ])?frist[ ]von|spätestens[ ](?:nach|in)|sie[ ]haben|haben[ ]sie",
  "binnen(?:[ ]de)?|uiterlijk[ ]binnen|u[ ](?:hebt|heeft)|heeft[ ]u",
  "sous|dans[ ](?:les|un[ ]délai[ ](?:maximum[ ]|maximal[ ])?de)|d'ici|délai[ ]de|vous[ ](?:avez|disposez[ ]de)|disposez[ ]de",
  "en[ ](?:un[ ]plazo[ ](?:máximo[ ]|no[ ]mayor[ ]a[ ])?de|el[ ]plazo[ ]de|las[ ]próximas|los[ ]próximos|menos[ ]de)|dentro[ ]de(?:[ ](?:las|los)(?:[ ]próxim[ao]s)?)?|antes[ ]de|plazo(?:[ ]máximo)?[ ]de|(?:dispone|tiene)[nm]?(?:[ ]de)?",
  "entro(?:[ ](?:le|i|e[ ]non[ ]oltre)(?:[ ]prossim[ei])?)?|nelle[ ]prossime|nei[ ]prossimi|avete|ha[ ]a[ ]disposizione|em(?:[ ]até)?|no[ ]prazo(?:[ ]máximo)?[ ]de|nas[ ]próximas|nos[ ]próximos|(?:você[ ])?(?:tem|têm|dispõe[ ]de)",
  "w[ ](?:ciągu|terminie|przeciągu)|в[ ]течение|не[ ]позднее|do|inom|inden[ ]for|inden|ila[ ]en[ ]geç",
].join("|");

/** Numbers written out; `a week` is one. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = numbers({
  1: "a an one einem einen einer eines een één un une uno una um uma jednego один одного",
  2: "two zwei twee deux dos due dois duas dwóch два двух",
  3: "three drei drie trois tres tre três trzech три трёх трех",
  4: "four vier quatre cuatro quattro quatro czterech четырёх четырех",
  5: "five fünf vijf cinq cinco cinque pięciu пяти",
  6: "six sechs zes seis sei",
  7: "seven sieben zeven sept siete sette sete siedmiu семи",
  8: "eight acht huit ocho otto oito",
  10: "ten zehn tien dix diez dieci dez dziesięciu десяти",
  12: "twelve zwölf twaalf douze doce dodici doze двенадцати",
  14: "fourteen vierzehn veertien quatorze catorce quattordici",
  24: "twenty-four|twenty four|vierundzwanzig|vierentwintig|vingt-quatre|veinticuatro|ventiquattro|vinte e quatro",
  36: "thirty-six|sechsunddreißig|zesendertig|trente-six|treinta y seis|trentasei",
  48: "forty-eight|forty eight|achtundvierzig|achtenveertig|quarante-huit|cuarenta y ocho|quarantotto|quarenta e oito",
  72: "seventy-two|seventy two|zweiundsiebzig|tweeënzeventig|soixante-douze|setenta y dos|settantadue|setenta e dois",
});

export const AT_MOST =
  "(?:a[ ])?(?:maximum(?:[ ]of)?|max\\.?|at[ ]most|maximal|höchstens|maximaal|maximo|máximo|massimo)";
export const QUALIFIER =
  "(?:business|working|calendar|consecutive|full|normal|рабочих|календарных)";

/** Unit words with their hours; a working day is a day. */
export const UNITS: readonly { words: string; hours: number }[] = [
  {
    words:
      "hours?|hrs?|h|stunden?|std|uur|uren|heures?|horas?|ore|ora|godzin[ay]?|часов|часа|hodin|timmar|timer|saat",
    hours: 1,
  },
  {
    words:
      "days?|tagen?|tages?|werktagen?|werktage?|arbeitstagen?|arbeitstage?|dagen|dag|werkdagen|werkdag|jours?|días?|giorni|giorno|dias?|dni|dnů|dnia|dagar|dage|дней|дня|суток|gün",
    hours: 24,
  },
  { words: "weeks?|wochen?|weken|week|semaines?|semanas?|settimane|settimana", hours: 168 },
];

function numbers(table: Record<number, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([value, words]) =>
      words.split(words.includes("|") ? "|" : " ").map((word) => [word, Number(value)]),
    ),
  );
}
