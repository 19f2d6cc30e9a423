/** What the secret of a signing token is sealed for: one moved to another token's row does not open there. */
export const signingSecretOf = (tokenId: string) => `signing-secret:${tokenId}`;
