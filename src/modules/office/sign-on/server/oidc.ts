import * as client from 'openid-client';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { type Person, personOf, type SignOnEnd } from '../domain/index.ts';
import type { OidcSettings } from './settings.ts';

/** What has to come back as it went out. */
export interface Going {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** One way to vouch for a person: where to send the browser, and what its return proves. */
export interface Voucher {
  begin(back: string, going: Going): Promise<Result<URL>>;
  finish(returned: URL, going: Going): Promise<Result<Person>>;
  /** Where to go after our own session has ended; null: nowhere. */
  leave(home: string): Promise<string | null>;
  /** Who vouches: half of the key of a person. */
  readonly issuer: string;
}

const DISCOVER_AGAIN_MS = 10 * 60_000;
const TIMEOUT_SECONDS = 10;

/** OpenID Connect: authorization code with PKCE, state, nonce, and a signature that is always checked. */
export function oidc(settings: OidcSettings, now: () => number = Date.now): Voucher {
  let known: { readonly config: client.Configuration; readonly until: number } | undefined;

  async function discovered(): Promise<client.Configuration> {
    if (known !== undefined && known.until > now()) return known.config;
    const { issuer, clientId, clientSecret, clientAuth, alg } = settings;
    const auth = clientAuth === 'basic' ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
    // The settings let plain http through to this machine only.
    const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const config = await client.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: alg }, auth, {
      execute: [client.enableNonRepudiationChecks, ...insecure],
      timeout: TIMEOUT_SECONDS,
    });
    known = { config, until: now() + DISCOVER_AGAIN_MS };
    return config;
  }

  return {
    issuer: settings.issuer,

    async begin(back, { state, nonce, verifier }) {
      try {
        return ok(
          client.buildAuthorizationUrl(await discovered(), {
            redirect_uri: back,
            scope: settings.scope,
            state,
            nonce,
            code_challenge: await client.calculatePKCECodeChallenge(verifier),
            code_challenge_method: 'S256',
          }),
        );
      } catch (problem) {
        return refuse(ended(endOf(problem)));
      }
    },

    async finish(returned, { state, nonce, verifier }) {
      try {
        const config = await discovered();
        const tokens = await client.authorizationCodeGrant(config, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const proof = tokens.claims();
        if (proof === undefined) return refuse(ended('bad-proof'));
        const asked = config.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(config, tokens.access_token, proof.sub);
        // What is signed counts more than what was asked for.
        return personOf({ ...asked, ...proof }, settings.claims);
      } catch (problem) {
        return refuse(ended(endOf(problem)));
      }
    },

    async leave(home) {
      try {
        const config = await discovered();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        return client.buildEndSessionUrl(config, { post_logout_redirect_uri: home }).href;
      } catch {
        return null;
      }
    },
  };
}

export function ended(end: SignOnEnd): { readonly code: SignOnEnd; readonly says: string } {
  return { code: end, says: end };
}

/** What an error of the protocol means to the person at the screen. */
function endOf(problem: unknown): SignOnEnd {
  // The sign-on itself sent an error back: the person said no, or the session there ended.
  if (problem instanceof client.AuthorizationResponseError) return 'cancelled';
  // The code was used before, or is not ours.
  if (problem instanceof client.ResponseBodyError) return problem.error === 'invalid_grant' ? 'expired' : 'bad-proof';
  if (problem instanceof client.WWWAuthenticateChallengeError) return 'bad-proof';
  if (problem instanceof client.ClientError) {
    const { code } = problem;
    if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'away';
    if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && isServerFault(problem.cause)) return 'away';
    return 'bad-proof';
  }
  // No connection, or no answer within the time.
  return 'away';
}

function isServerFault(cause: unknown): boolean {
  return cause instanceof Response && cause.status >= 500;
}
