/** An address in canonical text: dotted quad, or RFC 5952 lower-case IPv6 without brackets. */
export type Ip = string;
/** `Ip` or `Ip/prefix`, host bits zero. */
export type Cidr = string;
