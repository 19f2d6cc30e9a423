/** What a letter can claim about our side, read by ear in the four languages of the letters; one line, single blanks. */
const SAID = {
  viaTor:
    /(somebody|someone|anyone|people|person|users?) (who uses|using|of) Tor\b|Tor users?\b|der Tor benutzt|die Tor benutzen|Tor-Nutzer|utilisant Tor|qui utilise(nt)? Tor|utilisateurs? de Tor|die Tor gebruik(t|en)|Tor-gebruiker/i,
  allowed:
    /polic(y|ies)[^.]{0,60} (allowed|accepted|permitted)(?! no\b)|Exit-Policy[^.]{0,40} erlaubte|politique de sortie[^.]{0,40} (autorisait|acceptait|permettait)|exitbeleid[^.]{0,40} (stond[^.]{0,40} toe|toestond)/i,
  refused:
    /polic(y|ies)[^.]{0,60} (refused|rejected|blocked)|Exit-Policy[^.]{0,40} wies|politique de sortie[^.]{0,40} (refusait|rejetait|bloquait)|port 25 était (fermé|refusé)|exitbeleid[^.]{0,40} weigerde/i,
  down: /\b(was not running|was down|was switched off|was offline)\b|\blief [^.:]{0,60}\bnicht\b|ne fonctionnait pas|\bdraaide [^.:]{0,60}\bniet\b/i,
  notOurs:
    /None of our relays held|(was|is) not (our|ours|an address of ours)|keines unserer Relays|aucun de nos relais|geen van onze relays/i,
  port: /the port you (report|name)|the reported port|gemeldeten? Port|Port, den Sie (melden|nennen)|le port (que vous (signalez|nommez)|signalé)|poort (toe )?die u (meldt|noemt)|gemelde poort/i,
  moment:
    /\bat (that time|the time (of the event|you name|in question|named))|zu jener Zeit|zur Zeit des|zu der Zeit, die|zu der fraglichen Zeit|zu der von Ihnen genannten Zeit|damals|à ce moment-là|(refusait|transportait) alors|au moment (des faits|en question)|à l'heure (que vous|indiquée)|op dat moment|van dat moment|in de tijd waar het om gaat|weigerde toen|liet toen|op de tijd die/i,
} as const;

export type Claim = keyof typeof SAID;

/** The claims of `never` that a letter makes all the same. `port`, `moment`: it speaks as if the report had named one. */
export function untrueClaims(text: string, never: readonly Claim[]): Claim[] {
  const line = text.replace(/\s+/g, " ");
  return never.filter((claim) => SAID[claim].test(line));
}
