/**
 * The small words each language cannot do without, and the words of complaint letters. A word that several languages share
 * counts for each of them in part, so lists need not be disjoint.
 */
export const STOP_WORDS: Record<string, string> = {
  en: "the and of to in is that for it with as was on are this be from have has been not by we you your our an or which at will would please can if any there their they these those all do does but so what when who may should could must about into such other than then them his her its were had us dear regards hello following",
  de: "der die das und ist nicht von mit auf für dem den des ein eine einer eines einem einen sie wir ihr ihre ihrer ihrem ihren uns unser unsere zu zum zur im am bei aus nach wird werden wurde wurden haben hat oder auch sich als wie bitte diese dieser dieses sind kann können über durch noch nur wenn dass bitten sehr geehrte damen herren grüßen mit freundlichen",
  fr: "le la les des du un une et est que qui dans pour sur pas avec nous vous votre vos notre nos par au aux ce cette ces sont été être avez avons ont de en ne se il elle ou mais plus merci bonjour cordialement veuillez afin ainsi si leur",
  nl: "de het een en van is niet dat op te voor met zijn wij u uw ons onze deze dit die er aan ook als bij naar door om wordt worden werd hebben heeft kan kunnen of maar nog wel dan geachte vriendelijke groet groeten graag gelieve dient hierbij",
  es: "el la los las de que y en un una por con para del al se no es su sus lo como más este esta estos estas ha han sido nos nuestro nuestra usted ustedes le les está están o pero si desde muy saludos estimado estimados hola gracias favor",
  it: "il lo la gli le di che e un una per con del della dei delle al alla è sono non si su da dal nel nella questo questa questi queste ha hanno stato come più vi vostro vostra nostro nostra ci o ma se anche cordiali saluti gentile buongiorno grazie",
  pt: "o a os as de que e do da dos das em um uma para com por não no na nos nas se ao à é são foi este esta esse essa seu sua seus suas nosso nossa você vocês mais como mas ou também pelo pela está estão prezado prezados atenciosamente obrigado favor",
  pl: "i w na z do że się nie jest to o od po za dla przez przy jako oraz lub są być ten ta te tego tej który która które państwa państwo proszę prosimy dzień dobry pozdrawiam został została zostały nasz nasza nasze naszej",
  cs: "a v na z do že se je to o od po za pro při jako nebo jsou být ten ta tento tato této který která které vás vám vaše vaší prosím prosíme dobrý den pozdravem bylo byla byl není také ze dne s k u",
  fi: "ja on ei se että olla ovat tämä tämän joka jotka kun kuin niin mutta myös tai sekä ole oli teidän meidän teille meille voi hyvä terveisin osoitteesta ystävällisin sen",
  sv: "och att det som en är på för med av till den inte har de ett om vi ni er från var kan vid så men eller hej vänliga hälsningar vår vårt ert era detta denna dessa har blivit vänligen",
  da: "og at det som en er på for med af til den ikke har de et om vi i jer fra var kan ved så men eller hej venlig hilsen vores jeres dette denne disse været blevet venligst",
  ro: "și si în de la cu pe că nu este un o pentru din sau sunt care mai fi a al ale ai au acest această aceste vă dumneavoastră noastre noastră prin către după bună ziua mulțumim respect",
  hr: "i u na je da se za od s sa ne su to o koji koja koje iz kao ili biti bio bila bilo smo vas vam vaš vaša naš naša poštovani pozdrav molimo nije također ovaj ova ovo ove",
  tr: "ve bir bu için ile da de olarak olan gibi daha çok ne var değil mi tarafından kadar sonra her siz biz sayın lütfen saygılarımızla merhaba edilen ettiği adresinden üzerinden",
};
