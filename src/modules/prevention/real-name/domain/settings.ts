import { TIMESTAMP_MINUTES, type TimestampPolicy } from './envelope.ts';
import { findProfile, type Profile } from './profiles.ts';

/** What the keeper of an app may choose for it. What is not written, or is written wrongly, is the strict way. */
export interface AppSettings {
  /** Null: the profile of the address the call came to. */
  readonly profile: Profile | null;
  readonly timestampPolicy: TimestampPolicy;
  readonly timestampMinutes: number;
  /** 兼容明文: fields the protocol wants enciphered may come plain. */
  readonly allowsPlain: boolean;
  readonly refusesUnknownCodes: boolean;
  /** Texts of failed calls repeat whole identity numbers, as the national platform does. */
  readonly unmaskedTexts: boolean;
  /** Enciphered for the vault; the enterprise's own secret, where its messages carry `corpsign`. */
  readonly corpSecretCipher: string | null;
}

export function settingsOf(settings: { readonly [key: string]: unknown }): AppSettings {
  const policy = settings['timestampPolicy'];
  const minutes = settings['timestampMinutes'];
  const corp = settings['corpSecretCipher'];
  return {
    profile: findProfile(settings['profile']) ?? null,
    timestampPolicy: policy === 'allowUtc' || policy === 'lax24h' ? policy : 'strict',
    timestampMinutes: typeof minutes === 'number' && minutes >= 1 && minutes <= 60 ? minutes : TIMESTAMP_MINUTES,
    allowsPlain: settings['allowsPlain'] === true,
    refusesUnknownCodes: settings['refusesUnknownCodes'] === true,
    unmaskedTexts: settings['unmaskedTexts'] === true,
    corpSecretCipher: typeof corp === 'string' ? corp : null,
  };
}
