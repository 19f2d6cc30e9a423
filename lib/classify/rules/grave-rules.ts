import { inText, type Rule } from "../rule.ts";

const CSAM_WORDS =
  /(?:child(?:ren)?(?:'s)? (?:sexual|sex|porn|exploitation|erotic)|child[- ]?abuse|sexual(?:ly)? (?:abuse|exploit)\S{0,5} (?:of )?(?:an? |the )?(?:child|minor)|abused (?:children|minors)|(?:sexual|nude|naked|explicit|pornographic) (?:\S{1,12} ){0,3}of (?:children|minors|kids|underage)|\bcsam\b|\bcsem\b|\bcsai\b|child abuse material|indecent images? of (?:a )?child|(?:depict|involv)\w{1,4} (?:\S{1,20} ){0,4}(?:children|minors) .{0,60}(?:sexual|explicit)|underage (?:porn|sex)|kinderporn|kinderpornogra|jugendporno|sexueller? missbrauch von kindern|pédopornograph|pedopornograf|mineurs? .{0,40}(?:pornographique|sexuel)|seksueel kindermisbruik|beeldmateriaal van seksueel|pornografía infantil|abuso sexual (?:infantil|de menores)|pornografia infantil|materiale pedo|детск\S{2} порногр|pornografi\S{1,3} dziec)/;

/**
 * Police, prosecutors, courts and state authorities that demand something. What counts is who writes and what he demands;
 * a national CERT is no police (operators.md 1.1 no. 18), a private lawyer's "preserve evidence" no order (1.2).
 */
export const LAW_ENFORCEMENT_RULES: Rule[] = [
  {
    type: "law_enforcement",
    at: { sender: 6 },
    pattern:
      /[@.<](?:[a-z0-9-]{0,40}[.-])?(?:police|polizei|politie|policia|polizia|poliziadistato|policja|politi|polis|politsei|policie|gendarmerie|carabinieri|guardiacivil|bka|bundeskriminalamt|lka|fbi|usss|europol|interpol|nca|met|rcmp|eais|rkn|roskomnadzor|justice|justiz|prokuratura|mvd|mps)\.(?:[a-z0-9-]{1,20}\.){0,3}(?:gov|bund|mil|int|eu|europa|uk|us|ca|au|de|fr|nl|es|it|pt|br|ru|pl|at|ch|be|se|no|dk|fi|cz|sk|ie|in|cn|lu|ua|ro|hu|gr|tr|org)\b/,
    reason: "The address is that of a police force or authority",
  },
  {
    type: "law_enforcement",
    at: { sender: 5 },
    pattern:
      /@(?:[a-z0-9-]{1,40}\.)*(?:interieur\.gouv\.fr|interno\.it|mj\.pt|pf\.gov\.br|dpf\.gov\.br|usdoj\.gov|ic\.fbi\.gov|dhs\.gov|polizei\.[a-z-]{2,20}\.de|polizei-[a-z]{2,20}\.de|polizei\.bwl\.de|pnn\.police\.uk|cybercrime\.gov\.in|rsoc\.ru)/,
    reason: "The address is that of a ministry or police force",
  },
  {
    type: "law_enforcement",
    at: { sender: 4, subject: 3 },
    pattern:
      /(?:\bpolice (?:department|force|service)\b|\b(?:state|federal|metropolitan|national) police\b|bundeskriminalamt|landeskriminalamt|polizeipräsidium|kriminalpolizei|staatsanwaltschaft|gendarmerie nationale|police nationale|guardia civil|policía nacional|polizia (?:postale|di stato)|polícia (?:federal|civil|judiciária)|roscomnadzor|roskomnadzor|роскомнадзор|прокуратура|полиция|\bpolicja\b|prokuratura|openbaar ministerie|nationale politie|district attorney|public prosecutor)/,
    reason: "A police force or prosecutor is named as sender",
  },
  {
    type: "law_enforcement",
    at: { subject: 6, body: 6, evidence: 5 },
    pattern:
      /(?:(?:serve|serving|served|served with|issue|issued|execute|enclosed|attached|following|hereby|comply with|compliance with|pursuant to) (?:\S{1,20} ){0,6}(?:subpoena|search warrant|court order|production order|grand jury|preservation (?:order|request)|disclosure order|judicial order)|information to put in a subpoena|(?:subpoena|search warrant|court warrant|production order) (?:\S{1,15} ){0,4}(?:issued|signed|ordered|attached|enclosed)|grand jury subpoena|(?:warrant|order) (?:issued|signed) by (?:the |a )?(?:\S{1,20} ){0,4}(?:court|judge|magistrate)|(?:order|decision|ruling|judgment) (?:of|by|from) the (?:\S{1,20} ){0,3}(?:court|tribunal|prosecutor)|court order (?:that )?we sent)/,
    reason: "It serves or announces a court's paper",
  },
  {
    type: "law_enforcement",
    at: { subject: 7, body: 7, evidence: 6 },
    pattern:
      /(?:18 (?:u\.?s\.?c\.?|united states code) ?(?:§+ ?|section |sec\. ?)?27\d\d|stored communications act|19 u\.?s\.?c\.? ?§* ?1509|mutual legal assistance|§ ?(?:100[a-k]|95|94|161|163) ?(?:abs\. ?\d ?)?stpo|réquisition judiciaire|articles? (?:60-1|77-1-1|99-3)|artikel 126n|vordering (?:tot )?(?:verstrekking|gegevens)|investigatory powers act|digital services act.{0,60}article (?:9|10)\b)/,
    reason: "It cites the law under which authorities demand data",
  },
  {
    type: "law_enforcement",
    at: { body: 5, subject: 4, evidence: 4 },
    pattern:
      /(?:\bi am (?:an? |the )?(?:\S{1,20} ){0,3}(?:detective|police officer|police constable|constable|special agent|investigator (?:with|at|for) the (?:\S{1,15} ){0,3}police|officer (?:with|at|of|in) the|inspector (?:with|at|of)|prosecutor|sergeant|corporal|sheriff)|\bwe are (?:the |an? )?(?:\S{1,25} ){0,5}(?:police|law enforcement|cybercrime unit|prosecutor's office|gendarmerie|public prosecutor)|(?:writing|calling|contacting you) (?:\S{1,12} ){0,3}(?:from|on behalf of|for) (?:\S{1,20} ){0,8}(?:police|prosecutor|cyber ?crime|gendarmerie|ministry)|im auftrag der (?:staatsanwaltschaft|polizei)|(?:official|law enforcement) (?:e-?mail account|request) (?:of|from) (?:the )?(?:\S{1,20} ){0,5}(?:police|guardia civil|unit|agency)|lawful interception unit|on behalf of the (?:\S{1,20} ){0,6}(?:police|prosecutor|ministry|public security|court)|(?:bundes|landes)kriminalamt (?:unterstützt|ermittelt|führt|bittet|ersucht)|\bthis is (?:the|an?) (?:\S{1,25} ){0,5}(?:police|cyber ?crime unit|prosecutor|law enforcement|authority)\b|\b(?:sergeant|sgt\.?|officer|detective|inspector|agent|lieutenant|captain) (?:\S{1,15} ){1,3}(?:\S{1,20} ){0,3}(?:police|cyber ?crime|sheriff|homeland|customs|bureau)|polizei.{0,60}(?:ermittelt|ermittlungen|verfahren)|is currently assisting the local police|(?:the|our) (?:\S{1,20} ){0,4}police (?:\S{1,20} ){0,3}(?:is|are) (?:currently )?(?:investigating|conducting))/,
    reason: "The writer presents himself as police or prosecutor",
  },
  {
    type: "law_enforcement",
    at: { body: 3, subject: 3, evidence: 2 },
    pattern:
      /(?:(?:criminal|judicial|police|ongoing|pre-?trial) investigation|investigating (?:a|the|an) (?:\S{1,20} ){0,3}(?:crime|offen[cs]e|case|homicide|murder|terror)|ermittlungsverfahren|strafverfahren|strafsache|enquête (?:judiciaire|préliminaire|pénale)|enquête de flagrance|strafrechtelijk onderzoek|opsporingsonderzoek|investig\S{1,4} (?:\S{1,10} ){0,2}(?:delito|crimen|crime|reato)|investigación (?:judicial|penal|policial)|diligencias (?:previas|penales)|indagin[ei] (?:penal|preliminar|di polizia)|procedimento penale|inquérito policial|processo[- ]crime|уголовно(?:е|го|му) дел[оау]|dochodzeni[eau]|śledztw[oa]|postępowani[eau] karn|spraw\S{1,3} karn)/,
    reason: "It speaks of a criminal investigation",
  },
  {
    type: "law_enforcement",
    at: { body: 4, subject: 4, evidence: 3 },
    pattern:
      /(?:(?:provide|disclose|supply|furnish|request(?:ing)?|require|need|preserve|send|hand (?:out|over)|surrender|produce|ask for) (?:\S{1,25} ){0,6}(?:(?:subscriber|account holder|registration|customer) (?:information|data|details|records|identity|of)|identity of the|log ?files?\b|access logs)|emergency disclosure|(?:know|tell us|learn|establish|find out) who (?:\S{1,10} )?(?:used|uses|was|is|had)|name and address of the (?:user|customer|subscriber|person)|(?:benennung|mitteilung|herausgabe) (?:\S{1,12} ){0,2}(?:kunden|nutzers|inhabers|daten)|(?:conocer|identificar) (?:\S{1,8} ){0,2}(?:usuario|titular)|connaître l'identité|preserv\S{1,4} (?:\S{1,12} ){0,3}(?:data|records|evidence|logs).{0,80}(?:legal process|investigation)|als zeuge|zeugenvernehmung|vorladung|exigent circumstances|sicherung der daten|(?:wem|wer) .{0,40}(?:zugeordnet|inhaber|nutzer)|identif(?:y|ication of) the (?:user|subscriber|customer|holder)|do not (?:notify|inform|disclose to|alert|tip off) the (?:subscriber|user|customer|account)|bestandsdaten|auskunftsersuchen|personalien|identification du titulaire|données d'identification|naw-gegevens|datos (?:del titular|identificativos)|dati (?:dell'intestatario|anagrafici)|dados cadastrais|данн\S{2,3} (?:о владельце|абонента|пользовател)|dan\S{1,3} (?:abonenta|osobowe użytkownika))/,
    reason: "It wants to know who was behind an address",
  },
  {
    type: "law_enforcement",
    at: { body: 3, evidence: 2, subject: 3 },
    pattern:
      /(?:\bkriminalhauptkommissar|\bkriminaloberkommissar|\bphk\b|\bkhk\b|\bkok(?:'in)?\b|\bpok\b|\bdet(?:ective|\.) (?:sergeant|constable|inspector|chief)|special agent\b|officier de police judiciaire|brigadier[- ]chef|inspecteur van politie|hoofdagent|commissaire de police|ispettore (?:capo|superiore)|delegado de polícia|следователь|оперуполномоченный|starszy aspirant|komisarz|badge (?:no|number|#)|public prosecutor\b|staatsanw[aä]lt|prokurat|прокурат|procureur de la république|officier van justitie|\bfiscal[ií]a\b|juzgado de|tribunal (?:judiciaire|de grande)|procura della repubblica|ministério público|national high court|court of (?:first instance|appeal))/,
    reason: "Police ranks, prosecutors or courts sign it or order it",
  },
  {
    type: "law_enforcement",
    at: { body: 2, evidence: 2, subject: 2 },
    pattern:
      /(?:\bpolice\b|\bpolizei|\bpolitie\b|\bpolicía\b|\bpolizia\b|\bpolícia\b|полици|\bpolicja\b|\bpolicji\b|\bgendarmerie\b|law enforcement|bundeskriminalamt|landeskriminalamt|kriminalpolizei|polizeihaupt|polizeiober|cyber ?crime|прокуратур|prokuratur|staatsanwaltschaft|officier van justitie|procureur|homeland security|secret service|guardia di finanza|guardia civil|carabinieri|\bfbi\b|\beuropol\b|\binterpol\b|\bsheriff)/,
    reason: "It names the police",
  },
  {
    type: "law_enforcement",
    at: { body: 5, evidence: 4 },
    pattern:
      /(?:roscomnadzor|roskomnadzor|роскомнадзор|federal (?:service|law) .{0,80}(?:supervision of communications|of the russian federation|information technologies)|ministry of (?:public|the|internal|home|state|justice|interior|security|communications|electronics|information|finance|culture)|(?:you are|are hereby) (?:ordered|directed|required|obliged) (?:by law )?to|removal order|powers conferred|in exercise of|must (?:remove|restrict|block) access|obligation to (?:remove|block)|cyberspace administration|единый реестр|unified register|eais\.rkn|реестр .{0,60}запрещ)/,
    reason: "A state authority demands it",
  },
  {
    type: "law_enforcement",
    at: { subject: 4, body: 4, evidence: 3 },
    pattern:
      /(?:(?:beschluss|anordnung|verfügung|urteil|ersuchen)\S{0,3} (?:\S{1,15} ){0,3}(?:amts|land)\S{0,6}gericht|(?:amts|land)gerichts\b|strafgericht|gerichtsbeschluss|richterliche[rn]? (?:beschluss|anordnung)|beschlagnahme|durchsuchungsbeschluss|(?:high|supreme|district|regional|city|criminal|magistrates'?) court|tribunal (?:correctionnel|judiciaire)|rechtbank|juzgado|tribunale (?:di|penale)|\bsąd (?:rejonowy|okręgowy)|суд\S{0,2} (?:\S{1,15} )?(?:город|район|област)|(?:городск|районн)\S{2,4} суд|court (?:file|docket|case) (?:no|number)|(?:attorney|prosecutor) general|генеральн\S{1,3} прокур|cyber ?(?:police|crime (?:unit|cell|department|division|center|centre))|(?:anti-?cyber|cyber-?)criminalité|office central de lutte|public security bureau|network (?:security|police) (?:department|bureau|corps)|intelligence (?:agency|service|bureau)|state (?:security|attorney|investigation))/,
    reason: "It names a court or an authority that prosecutes",
  },
  {
    type: "law_enforcement",
    at: { body: 3, evidence: 2 },
    pattern:
      /(?:(?:in accordance with|according to|pursuant to|under|on the basis of|based on|stipulated (?:in|by)) (?:the )?(?:\S{1,20} ){0,6}(?:section|article|paragraph|art\.|§+) ?\d{1,4}|(?:gemäß|nach) §+ ?\d|en vertu de l'article|op grond van artikel|conforme al artículo|ai sensi dell'art|nos termos do art|в соответствии с (?:\S{1,20} ){0,4}(?:стать|закон)|na podstawie art).{0,400}(?:law|act|code|decree|gesetz|loi|wet\b|ley|legge|lei\b|закон|ustaw|internet information)/,
    reason: "It rests on a section of a law",
  },
  {
    type: "law_enforcement",
    at: { body: 3, evidence: 2 },
    pattern:
      /(?:(?:violat|contraven|breach|prohibited|punishable|regulated|defined)\S{0,6} (?:\S{1,25} ){0,10}(?:articles? \d|of (?:the|our) (?:\S{1,15} )?(?:criminal|penal) (?:code|law)|chinese laws?|laws? of (?:the )?(?:russian|people's|republic|kingdom)|administrative (?:rules|regulations)|federal law)|harm national|extremis[mt]|separatism|state secret|terroris[mt] (?:crime|offen|content)|code pénal|código penal|codice penale)/,
    reason: "It argues with the criminal or public law of a state",
  },
  {
    type: "law_enforcement",
    at: { body: 5, evidence: 4 },
    pattern:
      /(?:\bpolice|polizei\S{0,12}|politie|policía|polizia|polícia|полици\S|policja|gendarmerie|carabinieri|homeland security|secret service|prosecut(?:or|ion)|staatsanwaltschaft|procureur\S{0,3}|officier van justitie|fiscalía|procura|ministério público|прокуратура|prokuratura|\bcourt(?! orders?\b)|gericht|tribunal\S{0,2}|juzgado|\bministry|public security) (?:\S{1,20} ){0,6}(?:(?:request|require|demand|order|direct|instruct|compel)s|(?:request|require|demand|direct|instruct)(?= (?:you|that|from|your|access|the disclosure))|asks|verlangt|bittet|fordert|ersucht|ordnet|demande|requiert|ordonne|beveelt|vordert|verzoekt|solicita|requiere|ordena|chiede|ordina|richiede|requer|требует|просит|предписывает|żąda|wzywa)(?![a-z])/,
    reason: "Police, a prosecutor or a court demands something",
  },
  {
    type: "law_enforcement",
    at: { subject: 3, body: 2, evidence: 1 },
    pattern:
      /(?:\bsubpoena|\b(?:search|arrest) warrant|\bcourt order|\bjudicial\b|\bprosecut(?:or|ion)|\bdetective\b|\btrooper\b|\bsheriff|\bpatrol\b|\bcorporal\b|\blieutenant\b|\bmagistrate|gerichtlich|ermittlung|judiciaire|gerechtelijk|giudiziari|judiciai|судебн|следств|sądow)/,
    reason: "It uses the words of courts and investigators",
  },
  {
    type: "law_enforcement",
    at: { subject: 3, body: 3, evidence: 2 },
    pattern:
      /(?:laws? and regulations|(?:criminal|penal|administrative|federal|national|chinese|russian|turkish|indian|cyber ?security|information security) (?:law|code|act)s?\b|violat\S{1,4} (?:\S{1,10} )?(?:our country's|the|of) (?:\S{1,15} )?laws?\b|law of (?:the )?(?:\S{1,15} )?(?:republic|federation|kingdom|people)|people's republic|administrative rules|(?:federal|national) authorit|competent authorit|government (?:agency|authority|department|request|of)|(?:commission|inspectorate|agency|authority) (?:\S{1,12} ){0,3}under the (?:ministry|government)|(?:gaming|gambling|media|telecommunications?|communications|information technology) (?:law|act|commission|authority)|regulation \(?(?:eu\)? )?20\d\d\/\d{2,4}|(?:opened|initiated) (?:\S{1,15} )?proceedings|on behalf of the government|network (?:industry )?association|internet (?:information|regulat)\S{0,5} (?:services?|office|authority)|strafgesetzbuch|strafbar)/,
    reason: "It speaks for a state and its laws",
  },
  {
    type: "law_enforcement",
    at: { body: 2 },
    pattern:
      /(?:\bterroris|\bextremis|separatis|\bcult\b|public (?:order|disorder)|national (?:security|honor|interest|unity)|illegal (?:activit|user|link|information|software|gambling)|\bcriminal (?:offen[cs]e|content|case|proceeding)|serious crime|unlawful (?:content|information|activit)|terroris|straftat|infraction pénale|delito|reato|преступлен|przestępst)/,
    reason: "It speaks of offences against the public",
  },
  {
    type: "law_enforcement",
    at: { body: 3 },
    pattern:
      /(?:(?:delete|remove|withdraw|block|restrict|withhold|shut down) (?:\S{1,20} ){0,6}(?:links?|accounts?|users?|repositor(?:y|ies)|content|page|information).{0,300}(?:illegal|law|regulation|order|court|decision)|(?:illegal|unlawful) (?:users?|links?|information).{0,300}(?:delete|remove|shut down|block|withdraw))/,
    reason: "It demands removal in the name of the law",
  },
  {
    type: "law_enforcement",
    at: { body: -5 },
    pattern:
      /(?:(?:report(?:ed|ing)?|contact(?:ed|ing)?|inform(?:ed|ing)?|notif(?:y|ied)|involve|go(?:ing)? to|call(?:ed|ing)?|turn(?:ed)? (?:this )?over to|filed? (?:a )?(?:\S{1,15} )?(?:report|complaint) with|forward(?:ed)? (?:\S{1,15} ){0,4}to|hand(?:ed)? over to|share(?:d)? with|together with|partnership with|co-?operat\w+ (?:\S{1,15} )?with|works? (?:\S{1,15} )?with|subsidies from|as well as|authorities such as) (?:\S{1,25} ){0,6}(?:police|polizei|politie|polizia|policía|law enforcement|fbi|bundeskriminalamt|authorities|europol|interpol)|(?:police|law enforcement|fbi|authorities) (?:report|complaint)\b|(?:anzeige|strafanzeige) (?:bei|erstatt)|(?:auprès de|à) la (?:police|gendarmerie)|aangifte (?:gedaan|doen)|denuncia (?:en|ante) la policía|(?:or|and) law enforcement\b|(?:obtain|seek|get|apply for|may request) (?:an? )?(?:court order|subpoena|injunction|warrant)|reserve the right|legal (?:action|steps)|our lawyers?|(?:scam|spam|fraud|phish|fake|pretend|imitat)\S{0,6} .{0,80}(?:police|\bfbi\b|europol|interpol))/,
    reason: "Somebody only mentions the police",
  },
  {
    type: "law_enforcement",
    at: { body: -6 },
    pattern:
      /(?:penalty of perjury|dmca|digital millennium|copyright (?:owner|holder|infring)|exclusive rights?|(?:should|must|do) not destroy any evidence|evidence .{0,60}(?:lawsuit|litigation)|intellectual property|infringement notice|rights (?:owner|holder)|trademark|\bour clients?\b)/,
    reason: "A private party argues with its own rights",
  },
  {
    type: "law_enforcement",
    at: { body: -14 },
    pattern: new RegExp(
      `${CSAM_WORDS.source}.{0,1500}(?:take ?down|remov(?:e|al)|retir(?:er|ar)|retrait|entfern|verwijder|disable access|rimoz|rimuov)`,
    ),
    reason: "It asks to take pictures of abuse down and for nobody's data",
  },
  {
    type: "law_enforcement",
    at: { sender: -5 },
    pattern:
      /(?:\bcert\b|[@.-]cert[.-]|cert@|csirt|\bsoc@|ncsc|govcert|cert-|-cert|cirt\b|shadowserver|cybercentre|cyber\.gc\.ca|cisa\.)/,
    reason: "A computer emergency team is no police",
  },
  {
    type: "law_enforcement",
    at: { own: -7 },
    pattern:
      /(?:this is (?:a crime|illegal|criminal|against the law)|(?:hacking|scanning|spamming|phishing|such (?:attacks|acts|conduct)|these (?:attacks|acts)) (?:is|are) (?:\S{1,15} )?(?:punishable|illegal|a crime|crimes|a criminal|criminal|forbidden)|das ist (?:strafbar|illegal|verboten)|c'est (?:illégal|un délit)|dit is strafbaar|esto es (?:ilegal|un delito)|è (?:illegale|un reato)|isto é (?:ilegal|crime)|to jest (?:nielegalne|przestępstwo))/,
    reason: "Somebody warns that such things are forbidden",
  },
];

/** Sexual abuse of children: hotlines and whoever else reports it. */
export const CSAM_RULES: Rule[] = [
  {
    type: "csam",
    at: { subject: 6, body: 7, evidence: 6 },
    pattern: CSAM_WORDS,
    reason: "It speaks of sexual abuse of children",
  },
  {
    type: "csam",
    at: { sender: 5, body: 3 },
    pattern:
      /(?:\biwf\b|internet watch foundation|\bncmec\b|cybertip|\binhope\b|meldpun?t[- ]kinderporno|\beokm\b|\bjugendschutz\.net|\bfsm(?:-hotline)?\b|stopline\b|point[- ]?de[- ]?contact|pointdecontact|cybertip\.ca|canadian centre for child protection|arachnid|protectchildren|dyżurnet|safer ?internet|telefono azzurro)/,
    reason: "A hotline against such material is involved",
  },
  {
    type: "csam",
    at: { facts: 7 },
    pattern: /^label:(?:csam|csem|child abuse|child sexual|child porn)/m,
    reason: "The sender's label says so",
  },
];

/** Threats, doxing, harassment, intimate pictures: people are hurt, a person must read it. */
export const THREATS_RULES: Rule[] = [
  {
    type: "threats",
    at: { subject: 6, body: 6, evidence: 5 },
    pattern:
      /(?:\bdoxx?(?:ing|ed)?\b|人肉|bomb threat|death threats?|\bexplosives?\b|(?:announc|plan|threat)\S{1,5} (?:\S{1,10} ){0,3}(?:terror|shooting|bomb)|threat(?:s|en\S{0,4}) (?:to (?:kill|harm|hurt|shoot|bomb|rape)|(?:of|with) (?:death|violence))|(?:going to|will) (?:kill|shoot|murder) (?:me|us|you|him|her|them|people|everyone)|\bswatting\b|(?:hurt|kill|rape|shoot|stab|murder) (?:me|us|him|her|them|my (?:\S{1,12} )?(?:family|wife|husband|child\S{0,3}|kids|daughter|son|parents|mother)|our (?:child|family|staff|students))|threaten\S{0,4} (?:messages?|e-?mails?|calls?|letters?)|school shooting|kill (?:myself|himself|herself)|suicid\S{1,3} (?:threat|note|announce)|bombendrohung|morddrohung|amokdrohung|menaces? de mort|alerte à la bombe|doodsbedreiging|bommelding|bedreigd met|amenazas? de (?:muerte|bomba)|minacc\S{1,3} di morte|ameaças? de (?:morte|bomba)|угроз\S{1,3} (?:убийств|взрыв|расправ)|groźb\S{1,3} (?:śmierci|karaln)|alarm bombowy)/,
    reason: "It speaks of a threat or of doxing",
  },
  {
    type: "threats",
    at: { subject: 6, body: 5, evidence: 4 },
    pattern:
      /(?:non-?consensual|revenge porn|intimate (?:images?|pictures?|photos?)|\bncii\b|\bncn\b|online sexual abuse victim|\b(?:cyber)?stalk(?:ing|ed|er)\b|(?:being|been|am|is|sexual|online|cyber|constant|ongoing) harass(?:ed|ment|ing)|harass(?:es|ing|ed)? (?:me|us|my|our|her|him|people|women)|cyber-?bull|extremist .{0,60}violen|violent (?:threats?|behavio|extrem)|inciting violence|incitement to violence|harcèlement|belästig(?:t|ung)|nachstellung|acoso|molestie|assédio|pesterij|преследован)/,
    reason: "It speaks of harassment or violence against people",
  },
  {
    type: "threats",
    at: { body: 4, subject: 3, evidence: 3 },
    pattern:
      /(?:personal (?:data|details|information|address)(?:\s\S{1,20}){0,8} (?:posted|published|exposed|leaked|shared|disclosed)|(?:posts?|publish(?:es)?|shares?|leaks?) (?:\S{1,10} ){0,3}(?:phone|telephone|home address|address|private)|(?:posted|published|exposed|leaked) (?:\S{1,15} ){0,5}(?:personal|private|home) (?:data|details|information|address)|dati personali .{0,80}(?:pubblicat|diffus)|données personnelles .{0,80}(?:publi|diffus)|persönliche daten .{0,80}veröffentlich|datos personales .{0,80}publicad)/,
    reason: "Somebody's personal data was published",
  },
  {
    type: "threats",
    at: inText(4),
    pattern:
      /(?:without (?:my|our|their|his|her|any|the victim's) (?:permission|consent|knowledge)|\bvictims? of (?:sexual|online|domestic|digital)|\b(?:nude|naked|nudity|sexual) (?:photos?|pictures?|images?|videos?|content)|\bnudity\b|(?:abusive|hateful|threatening|insulting|obscene) (?:\S{1,10} )?(?:messages?|e-?mails?|posts?|comments?|calls?)|hate speech|racis[mt]\b|antisemit|(?:incit|promot|encourag)\S{1,4} (?:\S{1,12} ){0,3}violen|violen(?:ce|t) (?:against|towards|behavio|threat|content|speech)|(?:remove|delete) (?:my|her|his|their) (?:\S{1,12} )?(?:photos?|pictures?|name|personal|information|data)|sans (?:mon|notre|son) consentement|ohne (?:meine|unsere|ihre) (?:zustimmung|erlaubnis)|zonder (?:mijn|onze|haar) toestemming|sin (?:mi|nuestro|su) consentimiento|senza (?:il mio|il nostro|il suo)? ?consenso|без (?:моего|нашего|её|ее|его) согласия)/,
    reason: "Somebody was hurt by what was published or sent",
  },
  {
    type: "threats",
    at: { subject: 5, body: 5, evidence: 4 },
    pattern:
      /(?:(?:violat|breach|infring|remov|eras|delet)\S{0,5} (?:\S{1,15} ){0,4}(?:personal data|privacy|personality rights)|right to (?:erasure|be forgotten)|defamat|\bslander|\blibel|verleumd|persönlichkeitsrecht|atteinte à la vie privée|diffamation|violazione .{0,120}(?:dati personali|privacy)|diffamazione|smaad|\blaster\b|difamaci|calúnia|клевет|персональн\S{1,3} данн\S{1,3} .{0,60}(?:опубликован|без согласия)|zniesławi)/,
    reason: "It speaks of defamation or of somebody's private data",
  },
  {
    type: "threats",
    at: { body: 4, subject: 4, evidence: 3 },
    pattern:
      /(?:\bblackmail(?:ed|ing)?\b|\bextort(?:ion|ed|ing)\b|\bransom note\b|erpress(?:ung|t|er)|chantage|afpersing|chantaje|ricatt|estorsione|chantagem|вымогател|szantaż)/,
    reason: "It speaks of blackmail",
  },
];
