/** So few known pieces make a password that is among the first anybody tries. */
const MOST_PIECES = 3;
/** Beyond this no password is made of so few pieces that anybody tries. */
const LOOKED_AT = 64;
const SHORTEST_RUN = 3;
/** Of a piece that is said again and again until it is long enough. */
const SHORT_UNIT = 7;

/** Along the keys: rows of the usual keyboards, columns, the zigzags between two rows; and what is counted or spelled. */
const TRACKS = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "zaq1xsw2cde3vfr4bgt5nhy6",
  "qazwsxedcrfvtgbyhnujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qawsedrftgyhujikolp",
  "!@#$%^&*()",
  "112233445566778899",
  "010203040506070809",
  "102030405060708090",
].flatMap((track) => [track, [...track].reverse().join("")]);

/** Words that stand in lists of leaked passwords over and over, alone or with numbers behind them. */
const WORDS = new Set(
  `access admin administrator alexander amanda america andrew angel anthony apple arsenal ashley asshole august baby
  bailey banana barcelona baseball basketball batman beautiful because biteme blessed blink bubbles butterfly buster
  carlos carolina changeme charlie cheese chelsea chester chicken chocolate christian christopher computer cookie
  corvette counter cowboys daniel danielle dallas default demo diamond dolphin donald dragon elizabeth eminem
  everything exit family ferrari flower football forever freedom friend friends fuck fucker fuckyou gandalf george
  ginger google guest guitar hammer hannah happy harley heather hello hockey home hottie house hunter iloveyou
  internet jackson jasmine jennifer jesus jessica jonathan jordan joshua justin killer king kitty lakers letmein
  liverpool login london lost love lovely lover loveyou maggie manchester martin master matrix matthew maverick
  mercedes metallica michael michelle mickey midnight money monkey monster morgan mother motherfucker mustang
  mylove naruto nicole nothing nintendo orange owner pakistan panther parola pass passwd password passwort patrick
  pepper philadelphia playstation please pokemon princess private purple pussy qwerty qwertz rainbow ranger
  rangers remember robert root samantha samsung secret security server service shadow shannon silver slayer
  slipknot snoopy snowball soccer sonyericsson spring sparky spider spiderman starwars steelers stupid summer
  sunflower sunshine superman superstar sweet sweety system taylor teamo temp test thomas thunder thuylinh tigger
  trustno tweety united user victoria welcome whatever william winner winter wizard yankees yellow you zaqxsw
  january february march april may june july september october november december autumn monday sunday
  abuse desk exitdesk relay tor torproject onion hallo geheim schatz liebe sommer ficken motdepasse soleil bonjour
  azerty wachtwoord welkom`.split(/\s+/),
);
const LONGEST_WORD = 16;

/** Letters people put signs in the place of. */
const SIGNS: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/**
 * Is this password, long as it may be, one of those tried first: a row of keys, a piece said again and again, the login or a
 * word of every list, with a year behind it (ASVS 6.2.11, and much of 6.2.4)? Counted in pieces; a letter that belongs to none is one.
 */
export function isEasyPassword(password: string, login: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  if (text.length > LOOKED_AT) return false;
  const unit = shortestUnit(text);
  if (unit.length < text.length && unit.length <= SHORT_UNIT) return true;
  return fewestPieces(unit, login) <= MOST_PIECES;
}

/** What is said again and again, once: `abcabcabcabc` is `abc`. */
function shortestUnit(text: string): string {
  const again = (text + text).indexOf(text, 1);
  return text.slice(0, again);
}

/** In how few pieces a text falls. At each place the best way there is known, so the work grows with the square of its length. */
function fewestPieces(text: string, login: string): number {
  const letters = [...text].map((sign) => SIGNS[sign] ?? sign).join("");
  const best = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let fewest = (best[end - 1] ?? 0) + 1;
    for (let from = Math.max(0, end - 32); from <= end - SHORTEST_RUN; from += 1) {
      const [asTyped, asRead] = [text.slice(from, end), letters.slice(from, end)];
      if (isPiece(asTyped, login) || isPiece(asRead, login))
        fewest = Math.min(fewest, (best[from] ?? 0) + 1);
    }
    best.push(fewest);
  }
  return best[text.length] ?? 0;
}

function isPiece(part: string, login: string): boolean {
  if (part === login || (part.length <= LONGEST_WORD && WORDS.has(part))) return true;
  if (/^(?:19|20)\d\d$/.test(part) || isOneSign(part)) return true;
  return TRACKS.some((track) => track.includes(part));
}

function isOneSign(part: string): boolean {
  return part === part.charAt(0).repeat(part.length);
}
