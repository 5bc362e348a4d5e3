export { type BankCard, type BankCardFault, type BankCardReading, luhnDigit, readBankCard, tailOfCard } from './bank-card.ts';
export { type CreditCode, type CreditCodeFault, type CreditCodeReading, creditCheckCharacter, isOrganisationCodeSound, readCreditCode } from './credit-code.ts';
export {
  bornOn,
  checkCharacter,
  type IdentityFault,
  type IdentityNumber,
  type IdentityReading,
  identityAgeOn,
  isMale,
  maskIdentityNumber,
  readIdentityNumber,
} from './identity-number.ts';
