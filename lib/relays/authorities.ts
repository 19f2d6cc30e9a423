/**
 * The directory authorities of the public network by the fingerprint of their v3 identity key, with the ones they used
 * before. Source: the table compiled into tor (auth_dirs.inc): `strings tor | grep v3ident` of 0.4.9.11, and that of
 * tor's releases since 0.2.4 for the earlier ones. A key counts for its authority once, old or new.
 */
const V3_IDENTITIES = {
  moria1: ["F533C81CEF0BC0267857C99B2F471ADF249FA232", "D586D18309DED4CD6D57C18FDB97EFA96D330566"],
  tor26: ["2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C", "14C131DFC5C6F93646BE72FA1401C02A8DF2E8B4"],
  dizum: ["E8A9C45EDE6D711294FADF8E7951F4DE6CA56B58"],
  gabelmoo: ["ED03BB616EB2F60BEC80151114BB25CEF515B226"],
  dannenberg: [
    "0232AF901C31A04EE9848595AF9BB7620D4C5B2E",
    "585769C78764D58426B8B52B6651A5A71137189A",
  ],
  maatuska: ["49015F787433103580E3B66A1707A00E60F2D15B"],
  longclaw: ["23D15D965BC35114467363C165C4F724B64B4F66"],
  bastet: ["27102BC123E7AF1D4741AE047E160C91ADC76B21"],
  faravahar: [
    "70849B868D606BAECFB6128C5E3D782029AA394F",
    "EFCBE720AB3A82B99F9E953CD5BF50F7EEFC7B97",
  ],
  urras: ["80550987E1D626E3EBA5E5E75A458DE0626D088C"],
};

/** Who signs consensuses, by fingerprint, and how many of them make one valid. */
export type Authorities = { names: ReadonlyMap<string, string>; needed: number };

/** There were eight or nine at any time; bastet came when urras had gone. */
const AT_A_TIME = 9;

export const PUBLIC_AUTHORITIES: Authorities = {
  names: new Map(
    Object.entries(V3_IDENTITIES).flatMap(([name, all]) =>
      all.map((fingerprint): [string, string] => [fingerprint, name]),
    ),
  ),
  needed: Math.floor(AT_A_TIME / 2) + 1,
};
