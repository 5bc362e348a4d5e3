export { type ClaimNames, OIDC_CLAIMS, ownPath, type Person, personOf, textAt } from './claims.ts';
export { type Admission, type Connector, type IdentityRow, isSignOnEnd, type SignOnEnd, type SignOnOffer } from './wire.ts';
