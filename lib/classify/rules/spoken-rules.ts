import { type Rule, saidFirst } from "../rule.ts";

/** Who hurts people, in the words of those who are hurt. */
const SPOKEN_THREATS: Rule[] = [
  {
    type: "threats",
    at: saidFirst(6),
    pattern:
      /(?:knows? where (?:i|we|she|he|my \S{1,12}) (?:live|work|go)|(?:wish(?:es|ing)?|want(?:s|ing)?) (?:\S{1,10} ){0,2}(?:dead|to die)|(?:will|is going to|wants to|going to|threatens to|says he will) (?:\S{1,12} )?(?:kill|shoot|burn|stab|attack|hurt|bomb|blow up|come (?:to|for|after)) (?:\S{1,12} ){0,3}(?:himself|herself|themselves|me|us|her|him|them|my|our|people|school|church|mosque|synagogue|office|house|home|building)|\bbomb\b .{0,30}(?:building|school|station|office|airport|hidden|placed|planted)|(?:i am|i'm|we are|she is|he is|feels?) (?:\S{1,10} )?(?:scared|afraid (?:of|for)|frightened|terrified|in fear)|(?:cut|slit) (?:your|her|his|my|their|our) throat|\b(?:er|sie|du|wirst|werde) .{0,20}sterben|fear for (?:my|our|her|his|their) (?:life|safety|child)|hate (?:messages?|mails?|e-?mails?|posts?|comments?|calls?)|(?:bullies|bullied|bullying|intimidat\w{1,4})\b|(?:habe|haben|hat) angst|ich bringe dich um|droh(?:t|te|en|ung|ungen)\b|bedroht|j'ai peur|me menace|menaces? de\b|bedreig(?:t|d|ing|ingen)\b|tengo miedo|me amenaza|amenazas\b|ho paura|minacc(?:e|ia|iato)\b|ameaça|боюсь|угрожа|угроз[аы]\b|grozi\b|groźb|boję się)/,
    reason: "Somebody is afraid or is threatened",
  },
  {
    type: "threats",
    at: saidFirst(5),
    pattern:
      /(?:(?:my|her|his|an?) ex(?:-| )?(?:husband|wife|boyfriend|girlfriend|partner)|pay .{0,40}(?:bitcoin|btc|ransom|\beur\b|\busd\b|euros?|dollars?).{0,60}\bor\b .{0,40}(?:publish|release|encrypt|attack|kill|leak|post|destroy|delete)|ransom (?:note|demand|letter|mail|e-?mail)|(?:nude|private|intimate|naked) (?:\S{1,10} ){0,2}(?:pictures?|photos?|images?|videos?) of (?:me|my|our|her|him|a)|home address .{0,60}(?:post|publish|online|forum)|insult(?:s|ed|ing) (?:me|us|my|our|her|him)|hundreds of (?:messages|calls|mails|e-?mails) to me|send(?:s|ing)? me (?:\S{1,12} ){0,3}(?:hundreds|threat|obscene|pictures of))/,
    reason: "A person is pursued, exposed or blackmailed",
  },
];

const SPOKEN_CSAM: Rule[] = [
  {
    type: "csam",
    at: { subject: 6, body: 7, evidence: 6 },
    pattern:
      /(?:(?:sexual|indecent|nude|naked|explicit|lewd) (?:\S{1,12} ){0,4}(?:\d{1,2}[- ]years?[- ]old|child|children|minors?|girls?|boys?|toddlers?|infants?|teenagers?|underage)\b|(?:child|children|minors?|girl|boy|underage) (?:\S{1,12} ){0,5}(?:sexual(?:ly)?|indecent|nude|naked|pornograph\w{0,4})\b|category [abc]\b.{0,60}(?:image|child|abuse)|(?:image|child|abuse)\S{0,3} .{0,60}(?:assessed as )?category [abc]\b|\bphotodna\b|rape of (?:a |the )?(?:\S{1,10} )?(?:child|children|infant|toddler|minor)|\bprepubescent\b|missbrauchs(?:darstellung|abbildung)|(?:imágenes|material|vídeos|videos|fotos|imagens|immagini|images|foto) .{0,20}(?:abus[oe]s?|abusi|sexuel\S{0,2}|sexual\S{0,3}) .{0,12}(?:menores|mineurs?|minori|crianças|niñ[oa]s|enfants?)|abus sexuels? sur (?:des )?(?:mineurs?|enfants?)|pédocriminal|pedocriminal|abusi sessuali su minori|materiał\S{0,3} .{0,40}seksualn\S{1,4} .{0,20}(?:dziec|małoletni)|сексуальн\S{1,4} эксплуатаци\S{1,3} (?:детей|несовершеннолетних)|exploração sexual (?:de crianças|infantil)|abuso sexual de crianças|kindesmissbrauch)/,
    reason: "It speaks of sexual pictures of children",
  },
];

/** A police unit and its demand in one breath; a victim who went to the police demands nothing on its behalf. */
const FORCE =
  "(?:polizia (?:postale|di stato|giudiziaria)|carabinieri|guardia di finanza|procura della repubblica|komend\\S{1,3} (?:\\S{1,15} )?policji|prokuratur\\S{1,2}|policji|управлени\\S{1,2} мвд|мвд россии|следственн\\S{1,4} комитет|отдел\\S{0,2} полиции|guardia civil|policía nacional|mossos d'esquadra|juzgado|polícia judiciária|ministério público|gendarmerie|police nationale|brigade|officier de police|procureur|politie|officier van justitie|recherche|polizei|kriminal(?:polizei|kommissar|inspektion)|staatsanwaltschaft|policie čr|police|sheriff|constabulary|cyber ?crime (?:unit|cell|police|division)|prosecutor|\\bfbi\\b|special agent|\\b[kp]h[km]\\b|judiciaire)";
const ASKS =
  "(?:richied\\S{1,3}|chied\\S{1,3}|prosi|zwraca się|żąda|просит|требует|запрашивает|solicita|requiere|requer|pede|prie|demande|veuillez|verzoek\\S{0,2}|vorder\\S{0,2}|bittet|ersucht|bitte ich|žádá|requests?|requires?|asks|confirm|retain|preserve|identify|benötig\\S{1,3}|souhaite|wünsch\\S{1,3}|wil weten|tell us|let us know|give us|teilen sie|communiquer|necesita\\S{0,2}|precisa\\S{0,2}|potrzebuj\\S{1,3}|нужны|would like to know|need to know)";
const HOLDER =
  "(?:intestatari|utilizzator|abonent|użytkownik|пользовател|абонент|владельц|titular|usuario|utilizador|titulaire|identité|gebruiker|gegevens|anschlussinhaber|bestandsdaten|nutzer|kunden|držitel|uživatel|subscriber|account holder|user|customer|who (?:was|used|had)|records|allocated|assigned|holder|wie .{0,30}gebruikte|logs|anschlussinhaber\\S{0,6}|l'utilisateur)";

const SPOKEN_LAW: Rule[] = [
  {
    type: "law_enforcement",
    at: { body: 8, evidence: 6 },
    pattern: new RegExp(`${FORCE}.{0,120}${ASKS} .{0,80}${HOLDER}`),
    reason: "A police force or prosecutor asks who used an address",
  },
  {
    type: "law_enforcement",
    at: { subject: 7, body: 7, evidence: 6 },
    pattern:
      /(?:you are (?:hereby )?(?:commanded|ordered|required|directed) (?:by .{0,30})?to (?:produce|disclose|preserve|appear|provide)|grand jury|pursuant to (?:article|section|§) ?\d{1,4}\S{0,6} (?:of the )?(?:\S{1,15} ){0,3}(?:criminal|penal|procedure)|(?:criminal procedure|penal) code|code de procédure pénale|strafprozessordnung|wetboek van strafvordering|ley de enjuiciamiento|codice di procedura penale|kodeks\S{0,2} postępowania karnego|упк рф|código de processo penal|(?:amts|land|oberlandes)gericht .{0,120}(?:angeordnet|beschlossen|verpflichtet)|(?:tribunal|juge|rechtbank|rechter|giudice|juez|sąd|суд)\b .{0,60}(?:ordonn|beveelt|ordina|ordena|nakaz|постанов)|mandat demandamiento judicial|nakaz sądu|european investigation order|letter rogatory|rogatory)/,
    reason: "It orders us, or cites the code of criminal procedure",
  },
  {
    type: "law_enforcement",
    at: { body: 5, evidence: 4 },
    pattern:
      /(?:\bi am (?:a|an|the) (?:\S{1,15} ){0,3}(?:detective|constable|sergeant|policeman|policewoman|police officer|inspector|prosecutor|magistrate|sheriff|trooper|investigating officer)\b|in connection with (?:a|an|the) (?:\S{1,12} ){0,2}(?:burglary|robbery|murder|homicide|homicides|kidnapping|missing person|assault|rape|arson|theft|shooting)|(?:detective|det\.|sgt\.?|constable|insp\.?|special agent) [a-z]{2,20}\b.{0,80}(?:police|sheriff|constabulary|bureau|unit))/,
    reason: "The writer is of the police, or works on a crime",
  },
];

const SPOKEN_CONTENT: Rule[] = [
  {
    type: "copyright",
    at: saidFirst(5),
    pattern:
      /(?:repeat infringer|unterlassungserklärung|rechteinhaber|mandant(?:in|schaft)?\b.{0,80}(?:film|werk|musik|serie)|(?:shar|distribut|offer|upload|seed|download)(?:es|ed|ing|s)? (?:\S{1,15} ){0,5}(?:movie|film|song|sound recordings?|music|album|series|episode|e-?book|software|game|recording)s?\b|\b(?:cracked|pirated|unlicen[sc]ed|illegal) (?:\S{1,12} ){0,2}(?:cop(?:y|ies)|version|software|use)\b|utorrent|qbittorrent|\bswarm\b|magnet link|œuvres? protégée|obras? protegid|opere (?:protette|musicali|cinematografiche)|(?:film|boek|muziek|serie) .{0,60}zonder toestemming|raubkopie|ohne lizenz|unlizenziert|mise en demeure .{0,200}(?:film|œuvre|catalogue)|(?:film|œuvre|série|musique|livre|album) .{0,60}sans (?:notre )?(?:autorisation|licence)|(?:foto|bilder|fotografi)\S{0,4} .{0,40}(?:ohne|sans|senza|sin|zonder) (?:unsere |notre )?(?:lizenz|erlaubnis|autoris|licen|toestemming)\S{0,6}|licen[cs]e (?:audit|compliance|violation))/,
    reason: "A work is shared or used without licence",
  },
  {
    type: "phishing_malware",
    at: saidFirst(5),
    pattern:
      /(?:schadprogramm|schadsoftware|\bbefallen\b|verseucht|imitat(?:es|ing|ed) (?:\S{1,10} ){0,2}(?:bank|login|site|page|brand|log-?in)|(?:fausse|faux) (?:page|site)|gefälschte (?:seite|login)|falsa pagina|página falsa|beacon(?:s|ing|ed)?\b|\b(?:qakbot|emotet|mirai|gafgyt|mozi|trickbot|redline|lumma|asyncrat|remcos|dridex|conficker|avalanche|andromeda|zeus)\b|drops? (?:\S{1,8} )?(?:trojan|payload|malware)|malspam|dropper|payload (?:server|url)|part of a botnet|\btrojaner|\bviren\b|fake (?:\S{1,12} ){1,2}(?:page|log-?in)|asks? (?:visitors|users|people) for (?:\S{1,8} ){0,2}(?:passwords?|credentials|cards?)|skimmer|web ?inject)/,
    reason: "It names malware or an imitated page",
  },
  {
    type: "fraud",
    at: saidFirst(5),
    pattern:
      /(?:\bcardholder|\bcard ?(?:test|check|crack)(?:ing|ed|s)?\b|stolen (?:\S{1,10} )?(?:cards?|card data|payment)|(?:small|micro|test) (?:payments|transactions|charges)|(?:order|orders|purchase|goods|ware) (?:\S{1,12} ){0,5}(?:in (?:my|her|his|our) name|stolen|never paid|not paid)|auf (?:den namen|meinen namen|ihren namen)|in (?:my|her|his) name\b|(?:loan|credit|contract|account) (?:\S{1,8} ){0,3}in (?:my|her|his) name|cheat(?:s|ed|ing)?\b|online banking .{0,80}(?:transfer|access|log)|(?:customer|client|member|account holder)s? (?:\S{1,10} ){0,3}(?:lost|was robbed|were robbed|lose)\b|\b(?:lost|stole|transferred|withdrew|withdrawn) (?:\S{1,10} ){0,2}[\d.,]{2,10} ?(?:eur|usd|gbp|euros?|dollars|pounds|chf|pln|zł)|card (?:was|has been|is|were) (?:\S{1,8} )?(?:charged|debited|misused|abused)|(?:eur|usd|gbp|euros?|dollars|pounds|money) (?:\S{1,8} )?(?:left|was taken|was moved|disappeared|was stolen) |(?:takes?|took|asks?|asked) (?:\S{1,12} ){0,4}(?:for )?money|delivers? nothing|\bgeprellt|disputed (?:payment|transaction|charge)|den(?:y|ies|ied) (?:the |this |making )?(?:payment|transaction|purchase|order)|carte (?:\S{1,10} ){0,3}(?:volée|client)|transaction frauduleuse|fraudulent (?:orders?|purchases?|payments?|transactions?|transfers?)|gestohlene[nr]? (?:\S{1,8} )?karte|tarjeta (?:robada|clonada)|carta (?:rubata|clonata))/,
    reason: "Money, cards or a name were misused",
  },
  {
    type: "fraud",
    at: saidFirst(5),
    pattern:
      /(?:(?:account|webmail|mailbox|wallet|profile|paypal) (?:\S{1,10} ){0,3}(?:hijack|hack|stolen|thief|taken over|robbed|was entered|was accessed|broken into)|(?:hijack|steal|stole|took over|hack)\S{0,4} (?:\S{1,10} ){0,2}(?:my|her|his|our|customer'?s?|client'?s?) (?:\S{1,12} ){0,2}(?:account|webmail|mailbox|wallet|profile|e-?mail)|\bthief\b|logged in(?:to)? (?:\S{1,4} )?(?:my|her|his|our) |unauthori[sz]ed (?:access|log-?in|sign-?in) (?:to|of|on|into) (?:an? |the |my |our |her |his |one )(?:\S{1,12} ){0,3}(?:account|customer|mailbox|profile)|account (?:was |were )?(?:entered|accessed) from|konto (?:\S{1,10} ){0,3}(?:gehackt|übernommen|missbraucht)|compte (?:\S{1,10} ){0,3}(?:piraté|volé)|cuenta (?:\S{1,10} ){0,3}(?:hackeada|robada))/,
    reason: "Somebody's own account was taken over",
  },
];

const SPOKEN_MESSAGING: Rule[] = [
  {
    type: "spam_web",
    at: saidFirst(8),
    pattern:
      /(?:vandali[sz]|gästebuch|(?:fills?|filled|filling|uses?|used|submit\S{0,4}) (?:\S{1,8} ){0,3}(?:contact|comment|order|feedback|web) form|(?:creat|regist|open)\S{1,5} (?:\S{1,12} ){0,3}accounts? (?:\S{1,10} ){0,5}(?:site|board|forum|throwaway|disposable|fake)|(?:fake|bogus|bot|mass|automated) (?:sign-?ups?|registrations?|accounts?)|comment(?:s|aires?) publicitaires?|commentaires? .{0,20}spam|spam (?:de|dans les) commentaires|werbe(?:einträge|kommentare)|throwaway addresses|made-up addresses|signs? up (?:\S{1,10} ){0,6}(?:newsletter|form|site|forum)|advertis\S{0,4} .{0,40}(?:forum|thread|board|guest ?book|wiki|comments)|comentarios (?:de )?spam|commenti (?:di )?spam|спам в комментариях|(?:posts?|posted|posting|leaves?) (?:\S{1,10} ){0,4}(?:advertis\S{0,6}|casino|pill|spam) (?:\S{1,8} ){0,3}(?:links?|comments?|pages?|posts?|threads?)?)/,
    reason: "Forms, forums or wikis are filled with advertising or fake accounts",
  },
  {
    type: "spam_email",
    at: saidFirst(5),
    pattern:
      /(?:\bsend(?:s|ing)? (?:\S{1,8} ){0,2}bulk (?:e-?)?mails?|spamversand|massenhaft (?:werbung|e-?mails?)|(?:mails?|messages?|e-?mails?) (?:\S{1,10} ){0,3}to (?:our )?(?:spam ?)?trap|\bbarrister\b|\bnext of kin\b|million dollars|full (?:source|headers?) (?:below|follow|attached)|headers? (?:below|attached|follow)|never (?:signed|subscribed)|viagra|(?:ongevraagde|ongewenste) (?:reclame|mail)\S{0,6}|reclamemail|spam .{0,30}nos (?:utilisateurs|clients)|courriels? non sollicités?|correos? no solicitados?|e-?mail non richiest|niezamówion\S{1,4} (?:informacj|wiadomoś|ofert)|рассылк)/,
    reason: "It complains of mail in bulk",
  },
  {
    type: "irc",
    at: saidFirst(7),
    pattern:
      /(?:client connecting: \S{1,40} \(|\*\*\* notice --|\b(?:clones?|drones?|spambots?|bots?) .{0,60}(?:\birc\b|#[a-z]{2}|channel|\bour network|chat network)|\b(?:killed|k-?lined|g-?lined|z-?lined) (?:\S{1,8} ){0,2}(?:clones?|bots?|drones?|connections?)|\bhopm\b|\bbopm\b|proxy ?scan .{0,40}irc|nick(?:name)?[- ]?(?:flood|chang|colli)\w{0,4}|ban evasion|chat (?:network|server) .{0,60}(?:drone|clone|flood|bot)|\b(?:unreal|inspircd|charybdis|solanum|ratbox|anope|atheme)\b|(?:joined|join(?:s|ing)?|in|into) #[a-z][\w-]{1,30}|\bsasl (?:only|required)\b.{0,40}tor)/,
    reason: "It reads like an IRC server or its operators",
  },
];

const SPOKEN_ATTACKS: Rule[] = [
  {
    type: "bruteforce",
    at: saidFirst(5),
    pattern:
      /(?:log(?:s|ged)? in as root|sensor saw .{0,60}log(?:ged|s|in)?\b|(?:\d{2,6}|hundreds|thousands|many) (?:of )?(?:user ?names?|passwords?|logins?|combinations)|username\/password|zgadnąć hasł|guess(?:es|ed|ing)? (?:\S{1,8} ){0,2}(?:pass|pin)|get into (?:our|my) (?:\S{1,10} ){0,2}(?:rdp|ssh|ftp|mail|server)|connexion échouée|échecs? de connexion|mots? de passe|contraseñas?|fehlgeschlagene (?:login|anmelde)|inloggen|inbraakpoging|haseł|парол)/,
    reason: "Passwords are being tried",
  },
  {
    type: "webattack",
    at: saidFirst(5),
    pattern:
      /(?:upload\S{0,3} (?:\S{1,8} ){0,2}(?:shell|backdoor)|defac(?:ed|ing|ement)|injection sql|inyección sql|iniezione sql|\$\{jndi|union(?:%20|\+| )(?:all(?:%20|\+| ))?select|\.\.\/|%2e%2e|\.%2e|etc\/passwd|\/\.git|\.env\b|revslider|eval-stdin|phpunit|\/vendor\/|\[id "9\d{5}"\]|<script|schadcode|web ?shell|hackerangriff|path=\.\.|requested \/)/,
    reason: "The request is an attack on a web application",
  },
  {
    type: "portscan",
    at: saidFirst(5),
    pattern:
      /(?:\bsweep(?:s|ing)?\b|network telescope|darknet|dark (?:addresses|space|ip)|(?:touched|contacted|hit|knocked) .{0,30}(?:honeypots?|ports?|decoys?|sensors?|addresses)|afgetast|unused (?:addresses|address space|ips?)|\bprobes\b|\bbalay(?:e|ait|age)|sondage de ports|et scan\b|scan outbound|(?:hundreds|thousands|\d{2,5}) (?:of )?(?:different )?ports\b|ports? (?:\d{1,5}, ){3}|hat einen scan|escaneo\b|scansione\b)/,
    reason: "Many doors or hosts were tried",
  },
  {
    type: "ddos",
    at: saidFirst(5),
    pattern:
      /(?:(?<![\d.])\d{2,9}(?:[.,]\d{3}){0,2} (?:open |concurrent |simultaneous |parallel )?(?:connections|requests|packets|paketen?|pakete)\b|\d (?:pages|hits|requests|queries) (?:a|per|each|every) (?:second|minute)|syn-?flut|(?:line|link|uplink|server|site|serveur) (?:is|est|was) (?:\S{1,6} )?(?:saturat\S{1,3}|saturé|down|overload\S{0,3})|saturé par|brings? .{0,60}to (?:its|their) knees|gbit\/s|gbps|\bpps[:= ]|downloads? (?:our|the) whole|slowloris|half-?open|so viele anfragen|nicht mehr erreichbar|thousands of (?:\S{1,12} ){0,3}(?:connections|requests)|cannot reach us)/,
    reason: "It is more than a service can bear",
  },
];

const SPOKEN_LISTS: Rule[] = [
  {
    type: "blocklist_notice",
    at: { subject: 4, opening: 5 },
    pattern:
      /(?:list of (?:bad|known|suspicious|abusive) (?:\S{1,10} )?(?:senders|hosts|ips|addresses)|reputation (?:score|level|rating)|(?:poor|bad|low|negative) reputation|auf unserer (?:sperr|black|block)liste|messages will be (?:deferred|rejected|throttled)|\bgreylisted\b|liste de blocage|lista de bloqueo|(?:rejected|refused|blocked) by our (?:gateway|filter|firewall|system)|removed from (?:our|the) (?:block|black)list)/,
    reason: "An address lost its good name",
  },
  {
    type: "block_request",
    at: { subject: 8, opening: 9 },
    pattern:
      /(?:(?:nehmen|tragen) sie .{0,80}exit-?policy|bloquer .{0,80}(?:relais|nœud|tor\b)|blokk?eren .{0,80}\btor\b|bloquear .{0,80}\btor\b|bloccare .{0,80}\btor\b|(?:block|reject|deny|exclude|blacklist|filter|ban|drop|forbid|refuse) .{0,120}(?:on|from|at|in|via|through) (?:your|the|all your) (?:tor )?(?:relays?|exits?|exit nodes?|nodes?|tor)\b|(?:tor|relay|exit|node)\S{0,2} .{0,60}(?:no longer|not|never|stops?) (?:permit|allow|connect|reach|forward|carry|let)\S{0,4} .{0,60}(?:our|us|range|network|server)|(?:no longer|not) (?:want|wish|accept|like) .{0,60}(?:from|via|through) your (?:tor )?(?:exit|relay|node)|\btorrc\b|zugriffe? .{0,40}tor-?(?:netz|nutzer|exit).{0,60}(?:verhindern|unterbinden)|(?:how|can|could|please) .{0,60}(?:stop|keep|prevent) (?:the )?tor (?:people|users?|traffic|visitors)|out of your (?:tor )?(?:exit|relay|node)|opnemen in .{0,20}exit|(?:no longer|not) (?:want|wish|accept) (?:\S{1,8} ){0,3}(?:tor|anonymous) (?:traffic|users|visitors|connections))/,
    reason: "It asks us to keep our exits off its network",
  },
];

const SPOKEN_ISP: Rule[] = [
  {
    type: "isp_notice",
    at: { subject: 3, opening: 6 },
    pattern:
      /(?:we have (?:unlocked|reactivated|re-?enabled|unsuspended|restored|suspended|locked|disabled|null-?routed|disconnected) (?:\S{1,8} )?(?:your|its|the|access)|your (?:service|server|vps|ip|account|port|machine|instance|hosting)\S{0,3} (?:\S{1,20} )?(?:was|has been|is|were|will be) (?:\S{1,10} )?(?:suspended|locked|null-?routed|disabled|blocked|disconnected|unlocked|reactivated|terminated|limited)|against our (?:\S{1,12} ){0,3}(?:policy|terms|aup|rules)|handling (?:of|fee|costs?) .{0,40}abuse|(?:block|lock|suspension|null-?route) (?:\S{1,15} ){0,3}(?:was|has been|is) (?:lifted|removed|released)|your (?:server|vps|service|ip|machine) (?:\S{1,10} )?(?:is (?:back )?online|will go offline|goes offline|will be (?:shut|taken|cut))|(?:klacht|melding|beschwerde|plainte|queja|reclamo|skarg\S|complaint|report) (?:\S{1,10} ){0,4}(?:uw|ihre[mnr]?|votre|su|suo|your|twój) (?:v?-?server|vserver|vps|serveur|servidor|serwer|machine|instance)|beste klant|sehr geehrte(?:r kunde| kundin)|(?:have|had) not (?:had|received|got) (?:an|any|your) (?:answer|reply|response)|(?:server|machine|vps|line) you (?:rent|have|lease|hold) (?:from|with|at) us|(?:shut|closed|disabled|pulled) .{0,20}(?:switch )?port of your|votre (?:vps|serveur|service) (?:a été|est|sera) (?:suspendu|bloqué|coupé)|abuse (?:fee|handling)|take care of it on your (?:machine|server|side)|(?:fehlt|ausstehend|erwarten) .{0,40}(?:stellungnahme|antwort)|ihre stellungnahme|szanowny kliencie|państwa (?:serwer|usług)|cher client|szanowni państwo.{0,80}serwer|klantnummer|sehr geehrter kunde|estimado cliente|gentile cliente)/,
    reason: "A provider speaks of the service we rent",
  },
];

const SPOKEN_ROBOTS: Rule[] = [
  {
    type: "autoresponse_bounce",
    at: { subject: 7, opening: 7 },
    pattern:
      /(?:^(?:read|gelesen|lu|leído|letto|gelezen|przeczytano|прочитано) ?: |your message was read on|(?:automated|automatic|auto) (?:confirmation|acknowledg\w{1,5}|response|reply)|thank(?:s| you) for (?:reporting (?:to|this)|your report)|no need to reply|closed automatically|votre message est bien|nicht im büro|hors du bureau)/,
    reason: "A machine confirms or answers",
  },
];

/** An address that does something: who writes so accuses it. */
const SPOKEN_ACCUSATION: Rule[] = [
  {
    type: "complaint",
    at: { opening: 3 },
    pattern:
      /(?:\d{1,3}(?:\.\d{1,3}){3} (?:has |have |was |is |keeps? |again |once )?(?:\S{1,12} )?(?:log|tri|attempt|send|sent|scan|prob|attack|request|regist|post|ran|run|us|host|connect|deliver|creat|upload|download|seen|guess|flood|hack|brute|spam|sweep)\w{0,6}\b|(?:from|by|via|through|at|of|von|depuis|desde|da|dall'indirizzo|vanaf|через|с адреса|z adresu|über) (?:\S{1,10} ){0,3}(?:ip )?\d{1,3}(?:\.\d{1,3}){3}|(?:from|using|via) (?:this|your) (?:address|ip|service|server|node)|you (?:hold|send|open|make|flood|attack|run)|your (?:bot|crawler|user|service|node|exit)s?\b|von ihrem server|ihr(?:em|en) server)/,
    reason: "It says what an address did",
  },
];

/** What people without a robot write, in their own words: the second vocabulary beside that of the robots and desks. */
export const SPOKEN_RULES: Rule[] = [
  ...SPOKEN_LAW,
  ...SPOKEN_CSAM,
  ...SPOKEN_THREATS,
  ...SPOKEN_CONTENT,
  ...SPOKEN_ATTACKS,
  ...SPOKEN_MESSAGING,
  ...SPOKEN_LISTS,
  ...SPOKEN_ISP,
  ...SPOKEN_ROBOTS,
  ...SPOKEN_ACCUSATION,
];
