export { freshKeys, type Keys, loadKeys, parseKeys, writeKeys } from './keys.ts';
export { cardTail, maskIdentity, maskPhone } from './mask.ts';
export { openVault, type Vault } from './vault.ts';
