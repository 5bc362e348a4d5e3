export { type ClaimNames, OIDC_CLAIMS, ownPath, type Person, personOf, textAt } from './claims.ts';
export { type Admission, type Connector, type IdentityRow, isSignOnEnd, SIGN_ON_ENDS, type SignOnEnd, type SignOnOffer } from './wire.ts';
