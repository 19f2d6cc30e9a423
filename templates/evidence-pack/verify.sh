#!/bin/sh
# Checks this evidence pack: sh verify.sh
# and shows what each exit policy says of a destination: sh verify.sh 198.51.100.20:25
# With documents of the Tor Project's archive it checks that the rest of the world saw the relay too:
#   --consensus FILE    the whole consensus an excerpt names: the excerpt stands in it
#   --certs FILE        the authorities' key certificates: they signed that consensus
#   --authorities FILE  the authorities you trust, instead of Tor's: a name and a v3 identity fingerprint a line
# Needs openssl 3.0 or newer, awk, sed and the usual small tools; no network. VERIFY.md explains each step.
# Exit status: 0 everything fits, 1 something does not, 2 it could not be checked.
set -u
LC_ALL=C
export LC_ALL
started=$PWD
cd "$(dirname "$0")" || exit 2

wrong=0
ok() { printf 'ok     %s\n' "$1"; }
bad() {
  printf 'WRONG  %s\n' "$1"
  wrong=$((wrong + 1))
}
stop() {
  printf 'CANNOT CHECK: %s\n' "$1" >&2
  exit 2
}

target='' consensus='' certs='' authorities=''
while [ $# -gt 0 ]; do
  case $1 in
    --consensus | --certs | --authorities)
      [ $# -gt 1 ] || stop "write a file behind $1"
      case $2 in /*) given=$2 ;; *) given=$started/$2 ;; esac
      [ -r "$given" ] || stop "the file $2 cannot be read"
      case $1 in
        --consensus) consensus=$given ;;
        --certs) certs=$given ;;
        *) authorities=$given ;;
      esac
      shift
      ;;
    *) target=$1 ;;
  esac
  shift
done
printf '%s' "$target" | awk '!/^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+:[0-9]+$/ { exit 1 }' ||
  stop "write the destination as an IPv4 address and a port, such as 198.51.100.20:25"
for tool in openssl awk sed od tr head tail wc cat dirname mktemp rm; do
  command -v "$tool" >/dev/null 2>&1 || stop "the program $tool is missing"
done
openssl pkeyutl -help 2>&1 | awk '/-rawin/ { found = 1 } END { exit !found }' ||
  stop "this openssl is too old for ed25519; version 3.0 or newer is needed"
work=$(mktemp -d) || stop "no place for temporary files"
trap 'rm -rf "$work"' EXIT

hex() { od -An -v -tx1 "$1" | tr -d ' \n'; }
contains() { awk -v text="$1" 'index($0, text) { found = 1 } END { exit !found }' "$2"; }
sum_of() { openssl dgst -sha256 -r <"$1" | sed 's/ .*//'; }
unbase64() { tr -d '\n' | openssl base64 -d -A; }

# The bytes of the object that follows the first line with this keyword.
object() {
  sed -n "/^$2\$/,/^-----END /{
p
/^-----END /q
}" "$1" | sed -e 1d -e '/^-----/d' | openssl base64 -d
}

# 1. Every file is the one that was packed, and none was added.
check_sums() {
  [ -f SHA256SUMS ] || stop "the file SHA256SUMS is missing"
  awk '!/^[0-9a-f]+  [A-Za-z0-9._\/-]+$/ || length($1) != 64 { exit 1 }' SHA256SUMS ||
    bad "SHA256SUMS has a line that is no checksum"
  while read -r sum name || [ -n "$sum" ]; do
    if [ ! -f "$name" ]; then
      bad "$name is missing"
    elif [ "$(sum_of "$name")" = "$sum" ]; then
      ok "$name is the file that was packed"
    else
      bad "$name was changed"
    fi
  done <SHA256SUMS
  for name in * relay/*/*; do
    [ -f "$name" ] && [ "$name" != SHA256SUMS ] || continue
    awk -v name="$name" 'substr($0, 67) == name { found = 1 } END { exit !found }' SHA256SUMS ||
      bad "a file was added that SHA256SUMS does not name"
  done
}

# 2. The findings speak of this very complaint.
check_complaint() {
  [ -f findings.json ] || stop "the file findings.json is missing"
  if [ ! -f complaint.eml ]; then
    printf '       complaint.eml is not in this pack; README.txt says why\n'
  elif contains "\"sha256\": \"$(sum_of complaint.eml)\"" findings.json; then
    ok "findings.json is about this complaint.eml"
  else
    bad "findings.json is not about this complaint.eml"
  fi
}

# 3. A descriptor is what the relay itself signed.
check_descriptor() {
  file=$1
  before=$wrong
  contains "\"sha256\": \"$(sum_of "$file")\"" findings.json || bad "$file is not named in findings.json"
  [ "$(head -c 7 "$file")" = "router " ] || bad "$file does not begin with its router line"
  check_rsa "$file"
  check_ed25519 "$file"
  [ "$wrong" = "$before" ] || return
  nickname=$(sed -n '1s/^router \([A-Za-z0-9]*\) .*/\1/p' "$file")
  address=$(sed -n '1s/^router [A-Za-z0-9]* \([0-9.]*\) .*/\1/p' "$file")
  printf '       At %s UTC relay %s announced the address %s and the policy in this file.\n' \
    "$(published "$file")" "$nickname" "$address"
  printf '       Fingerprint %s; the consensuses that list it name it %s\n' \
    "$fingerprint" "$(openssl base64 -A <"$work/digest" | tr -d '=')"
  printf '%s %s\n' "$(openssl base64 -A <"$work/digest" | tr -d '=')" "$file" >>"$work/descriptors"
  [ -z "$target" ] || printf '       Its exit policy decides %s by: %s\n' "$target" "$(deciding_line "$file")"
}

# The first line that matches the address and the port; no match accepts (dir-spec 2.1.3).
deciding_line() {
  awk -v ip="${target%:*}" -v port="${target##*:}" '
    function number(text, part) {
      split(text, part, ".")
      return ((part[1] * 256 + part[2]) * 256 + part[3]) * 256 + part[4]
    }
    function holds(net, mask, size) {
      if (net == "*") return 1
      size = 1
      if (split(net, mask, "/") == 2)
        size = mask[2] ~ /[.]/ ? 4294967296 - number(mask[2]) : 2 ^ (32 - mask[2])
      return int(number(ip) / size) == int(number(mask[1]) / size)
    }
    function opens(ports, range, count) {
      if (ports == "*") return 1
      count = split(ports, range, "-")
      return range[1] + 0 <= port + 0 && port + 0 <= range[count] + 0
    }
    /^-----BEGIN / { inside = 1 }
    /^-----END / { inside = 0 }
    { sub(/^opt /, "") }
    !inside && !found && /^(accept|reject) / {
      split($2, half, ":")
      if (holds(half[1]) && opens(half[2])) { found = 1; print $1, $2 }
    }
    END { if (!found) print "accept, since no line matches" }' "$1"
}

published() {
  sed -n 's/^published \([0-9]\{4\}-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]\)$/\1/p' "$1" | head -n 1
}

# The signature is PKCS #1 v1.5 round the bare SHA-1 from "router " through the line "router-signature".
check_rsa() {
  object "$1" signing-key >"$work/key.der"
  object "$1" router-signature >"$work/signature"
  sed '/^router-signature$/q' "$1" | openssl dgst -sha1 -binary >"$work/digest"
  openssl rsa -RSAPublicKey_in -inform DER -in "$work/key.der" -pubout -out "$work/key.pem" 2>/dev/null
  rm -f "$work/recovered"
  openssl pkeyutl -verifyrecover -pubin -inkey "$work/key.pem" -pkeyopt rsa_padding_mode:pkcs1 \
    -in "$work/signature" -out "$work/recovered" 2>/dev/null
  written=$(printf '%s\n' '-----BEGIN SIGNATURE-----'; openssl base64 <"$work/signature"; printf '%s\n' '-----END SIGNATURE-----')
  [ "$(sed '1,/^router-signature$/d' "$1")" = "$written" ] ||
    bad "$1: behind router-signature stands something else than the signature, which nobody signed"
  if [ -s "$work/recovered" ] && [ "$(hex "$work/recovered")" = "$(hex "$work/digest")" ]; then
    ok "$1: RSA signature"
  else
    bad "$1: the RSA signature does not fit"
  fi
  fingerprint=$(openssl dgst -sha1 -r <"$work/key.der" | sed 's/ .*//' | tr a-f A-F)
  named=$(sed -n 's/^\(opt \)\{0,1\}fingerprint //p' "$1" | head -n 1 | tr -d ' ')
  if [ "$named" = "$fingerprint" ] && contains "\"fingerprint\": \"$fingerprint\"" findings.json; then
    ok "$1: its key has the fingerprint $fingerprint"
  else
    bad "$1: its key has the fingerprint $fingerprint, not the one named"
  fi
}

# The master key certifies a signing key; that one signs the SHA-256 of a prefix and all through "router-sig-ed25519 ".
check_ed25519() {
  if ! awk '/^identity-ed25519$|^router-sig-ed25519 / { found = 1 } END { exit !found }' "$1"; then
    printf '       %s has no ed25519 signature: a tor older than 0.2.7 wrote it\n' "$1"
    return
  fi
  object "$1" identity-ed25519 >"$work/cert"
  header=$(head -c 44 "$work/cert" >"$work/part" && hex "$work/part")
  case $header in
    0104????????01*002004??) ;;
    *)
      bad "$1: its ed25519 certificate has another layout than tor gives it"
      return
      ;;
  esac
  size=$(wc -c <"$work/cert" | tr -d ' ')
  head -c $((size - 64)) "$work/cert" >"$work/body"
  tail -c 64 "$work/cert" >"$work/signature"
  ed25519_key 45 >"$work/master.der"
  ed25519_key 8 >"$work/signing.der"
  verify_ed25519 master body "$1: the master key certified the signing key"
  check_master "$1"
  check_expiry "$1" "$(printf '%s' "$header" | sed 's/^....\(........\).*/\1/')"
  { printf 'Tor router descriptor signature v1'
    sed '/^router-sig-ed25519 /,$d' "$1"
    printf 'router-sig-ed25519 '
  } | openssl dgst -sha256 -binary >"$work/message"
  { sed -n 's/^router-sig-ed25519 //p' "$1" | head -n 1 | tr -d '\n'
    printf '=='
  } | unbase64 >"$work/signature"
  verify_ed25519 signing message "$1: ed25519 signature"
}

# The 32 bytes of the certificate from this one on, as a public key that openssl reads (RFC 8410).
ed25519_key() {
  printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  tail -c "+$1" "$work/cert" | head -c 32
}

verify_ed25519() {
  if openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/$1.der" -rawin \
    -in "$work/$2" -sigfile "$work/signature" >/dev/null 2>&1; then
    ok "$3"
  else
    bad "$3: does not fit"
  fi
}

check_master() {
  named=$(sed -n 's/^master-key-ed25519 //p' "$1" | head -n 1)
  [ -z "$named" ] && return
  real=$(tail -c 32 "$work/master.der" | openssl base64 -A | tr -d '=')
  [ "$named" = "$real" ] || bad "$1: master-key-ed25519 is not the key that certified"
}

# The certificate counts hours since 1970.
check_expiry() {
  awk -v at="$(published "$1")" -v until="$((0x$2))" 'BEGIN {
    if (split(at, t, /[- :]/) != 6) exit 1
    year = t[1] + 0; month = t[2] + 0
    if (month <= 2) { year--; month += 12 }
    days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400)
    days += int((153 * (month - 3) + 2) / 5) + t[3] - 1 - 719468
    exit !(until * 3600 > days * 86400 + t[4] * 3600 + t[5] * 60 + t[6])
  }' || bad "$1: its ed25519 certificate had expired when it was published"
}

# 4. A consensus is what the directory authorities signed; this is what it says of the relay.
check_excerpt() {
  file=$1
  before=$wrong
  contains "\"sha256\": \"$(sum_of "$file")\"" findings.json || bad "$file is not named in findings.json"
  [ "$(head -n 1 "$file")" = "exitdesk-consensus-excerpt 1" ] || bad "$file is no excerpt of a consensus"
  [ "$(awk '/^r / { count++ } END { print count + 0 }' "$file")" = 1 ] || bad "$file does not list one relay"
  identity=$(awk '/^r / { print $3; exit }' "$file")
  printf '%s=' "$identity" | unbase64 >"$work/identity" 2>/dev/null
  fingerprint=$(hex "$work/identity" | tr a-f A-F)
  if contains "\"fingerprint\": \"$fingerprint\"" findings.json; then
    ok "$file: it is about the relay $fingerprint"
  else
    bad "$file: it is about the relay $fingerprint, which findings.json does not name"
  fi
  [ "$wrong" = "$before" ] || return
  at=$(word_of valid-after "$file")
  printf '       At %s UTC it lists the relay with:%s\n' "$at" \
    "$(awk '/^(r|a|s|p) / { printf " [%s]", $0 }' "$file")"
  [ ! -f "$work/descriptors" ] || awk -v digest="$(awk '/^r / { print $4; exit }' "$file")" '
    $1 == digest { sub(/^[^ ]* /, ""); print "       It names the descriptor " $0 }' "$work/descriptors"
  printf '       The whole consensus: %s\n       in it the file %s\n' \
    "$(word_of archive "$file")" "$(word_of archived-file "$file")"
  before=$whole
  [ -z "$consensus" ] || check_whole "$file"
  if [ "$whole" = "$before" ]; then
    unchecked=$((unchecked + 1))
    printf '       NOT CHECKED: whether it says so. Fetch that file and run: sh verify.sh --consensus FILE\n'
  fi
  [ -z "$certs" ] || check_authorities "$file"
}

word_of() { awk -v key="$1" '$1 == key { sub(/^[^ ]* /, ""); print; exit }' "$2"; }

# The signatures are made over everything through the first "directory-signature ", with its space (dir-spec 3.4.1).
check_whole() {
  [ "$(word_of valid-after "$consensus")" = "$at" ] || return
  [ "$(word_of network-status-version "$consensus")" = "$(word_of network-status-version "$1")" ] || return
  whole=$((whole + 1))
  awk '/^network-status-version / { on = 1 }
    on && /^directory-signature / { printf "directory-signature "; exit }
    on { print }' "$consensus" >"$work/signed"
  for algorithm in sha1 sha256; do
    if [ "$(openssl dgst "-$algorithm" -r <"$work/signed" | sed 's/ .*//')" = "$(word_of "signed-part-$algorithm" "$1")" ]; then
      ok "$1: the consensus given has the $algorithm it names"
    else
      bad "$1: the consensus given has another $algorithm than it names"
    fi
  done
  awk -v id="$identity" '/^network-status-version / { on = 1 }
    !on { next }
    /^directory-footer$/ { footer = 1 }
    /^directory-signature / { exit }
    footer { print; next }
    /^r / { entries = 1; mine = $3 == id }
    entries { if (mine) print; next }
    /^(network-status-version|vote-status|valid-after|fresh-until|valid-until) / { print }' "$consensus" >"$work/expected"
  awk '/^network-status-version / { on = 1 } on && /^directory-signature / { exit } on { print }' "$1" >"$work/excerpt"
  if [ "$(sum_of "$work/expected")" = "$(sum_of "$work/excerpt")" ]; then
    ok "$1: what it says stands in the consensus given, word for word"
  else
    bad "$1: the consensus given says something else"
  fi
}

# An authority's identity key certifies the key that signed the digest the excerpt names. Files of tor on Windows have CRs.
check_authorities() {
  rm -f "$work"/certificate-* "$work/signers"
  awk -v stem="$work/certificate-" '
    { sub(/\r$/, "") }
    /^dir-key-certificate-version / { if (name) close(name); name = stem "" (++count) }
    name { print >name }' "$certs"
  for certificate in "$work"/certificate-*; do
    [ -f "$certificate" ] && authority_signed "$1" "$certificate"
  done
  signers=0
  [ ! -f "$work/signers" ] || signers=$(awk '!seen[$1]++ { count++ } END { print count }' "$work/signers")
  needed=$(known_authorities | awk -v all=9 '!seen[$1]++ { count++ } END { print int((count < all ? count : all) / 2) + 1 }')
  if [ "$signers" -ge "$needed" ]; then
    ok "$1: $signers directory authorities signed that consensus: $(awk '!seen[$1]++ { printf "%s%s", sep, $1; sep = ", " }' "$work/signers")"
  else
    bad "$1: signatures of $signers directory authorities fit, $needed are needed"
  fi
}

authority_signed() {
  object "$2" dir-identity-key >"$work/key.der"
  authority=$(openssl dgst -sha1 -r <"$work/key.der" | sed 's/ .*//' | tr a-f A-F)
  name=$(known_authorities | awk -v id="$authority" '$2 == id { print $1; exit }')
  [ -n "$name" ] || return
  awk -v until="$(word_of dir-key-expires "$2")" -v at="$at" 'BEGIN { exit !(until > at) }' || return
  object "$2" dir-key-certification >"$work/signature"
  sed '/^dir-key-certification$/q' "$2" | openssl dgst -sha1 -binary >"$work/digest"
  recovers || return
  object "$2" dir-signing-key >"$work/key.der"
  key=$(openssl dgst -sha1 -r <"$work/key.der" | sed 's/ .*//' | tr a-f A-F)
  awk -v id="$authority" -v key="$key" '
    $1 == "directory-signature" { on = $(NF - 1) == id && $NF == key }
    on && /^-----END / { exit }
    on && !/^(-----|directory-signature )/ { print }' "$1" | openssl base64 -d >"$work/signature"
  algorithm=$(awk -v id="$authority" -v key="$key" '
    $1 == "directory-signature" && $(NF - 1) == id && $NF == key { print NF == 4 ? $2 : "sha1"; exit }' "$1")
  [ -n "$algorithm" ] || return
  word_of "signed-part-$algorithm" "$1" | unhex >"$work/digest"
  ! recovers || printf '%s\n' "$name" >>"$work/signers"
}

# The key in key.der opens the signature, and what it holds is the digest.
recovers() {
  rm -f "$work/recovered"
  openssl rsa -RSAPublicKey_in -inform DER -in "$work/key.der" -pubout -out "$work/key.pem" 2>/dev/null
  openssl pkeyutl -verifyrecover -pubin -inkey "$work/key.pem" -pkeyopt rsa_padding_mode:pkcs1 \
    -in "$work/signature" -out "$work/recovered" 2>/dev/null
  [ -s "$work/recovered" ] && [ "$(hex "$work/recovered")" = "$(hex "$work/digest")" ]
}

unhex() {
  sed 's/[^0-9a-f]//g; s/\(..\)/\1 /g' | tr ' ' '\n' | while read -r byte; do
    [ -z "$byte" ] || printf "\\$(printf '%03o' "0x$byte")"
  done
}

# Tor's directory authorities by their v3 identity keys, now and before: the table auth_dirs.inc of tor's source.
known_authorities() {
  if [ -n "$authorities" ]; then
    cat "$authorities"
    return
  fi
  cat <<'END'
moria1 F533C81CEF0BC0267857C99B2F471ADF249FA232
moria1 D586D18309DED4CD6D57C18FDB97EFA96D330566
tor26 2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C
tor26 14C131DFC5C6F93646BE72FA1401C02A8DF2E8B4
dizum E8A9C45EDE6D711294FADF8E7951F4DE6CA56B58
gabelmoo ED03BB616EB2F60BEC80151114BB25CEF515B226
dannenberg 0232AF901C31A04EE9848595AF9BB7620D4C5B2E
dannenberg 585769C78764D58426B8B52B6651A5A71137189A
maatuska 49015F787433103580E3B66A1707A00E60F2D15B
longclaw 23D15D965BC35114467363C165C4F724B64B4F66
bastet 27102BC123E7AF1D4741AE047E160C91ADC76B21
faravahar 70849B868D606BAECFB6128C5E3D782029AA394F
faravahar EFCBE720AB3A82B99F9E953CD5BF50F7EEFC7B97
urras 80550987E1D626E3EBA5E5E75A458DE0626D088C
END
}

check_sums
check_complaint
if [ -n "$consensus" ]; then
  awk '{ sub(/\r$/, ""); print }' "$consensus" >"$work/consensus"
  consensus=$work/consensus
fi
signed=0
whole=0
unchecked=0
for file in relay/*/descriptor-*.txt; do
  [ -f "$file" ] || continue
  signed=$((signed + 1))
  check_descriptor "$file"
done
for file in relay/*/consensus-*.txt; do
  [ -f "$file" ] || continue
  signed=$((signed + 1))
  check_excerpt "$file"
done
[ "$signed" -gt 0 ] || printf '       No document in this pack is signed; the findings are statements\n'
[ -z "$consensus" ] || [ "$whole" -gt 0 ] ||
  bad "no excerpt in this pack is of the consensus given, which is that of $(word_of valid-after "$consensus") UTC"

if [ "$wrong" -gt 0 ]; then
  printf '\nNOT GENUINE: %s check(s) failed, see the lines that begin with WRONG.\n' "$wrong"
  exit 1
fi
if [ "$unchecked" -gt 0 ]; then
  printf '\nEverything that could be checked fits; %s consensus excerpt(s) were NOT CHECKED, see above.\n' "$unchecked"
else
  printf '\nEverything fits.\n'
fi
