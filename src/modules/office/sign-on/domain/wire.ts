/** What travels about signing in through the place's own sign-on (统一身份认证). */

export type Connector = 'oidc' | 'ticket';

/** `GET /api/sign-on` → {offered}: what the sign-in page shows besides name and password. Going to `href` begins it. */
export interface SignOnOffer {
  readonly connector: Connector;
  readonly name: string;
  readonly href: string;
}

/** Ends of a way through the sign-on. They come back in the address as `?sign-on=<code>`; the words are below, so that no foreign text reaches the page. */
export type SignOnEnd =
  | 'waiting' // registered, waits for an administrator
  | 'turned-down' // an administrator said no
  | 'disabled' // the account was stopped
  | 'cancelled' // the person, or the sign-on, broke it off
  | 'expired' // took longer than ten minutes, or came back twice
  | 'mismatch' // state or browser is another
  | 'bad-proof' // the proof is not for us, forged, old or unsigned
  | 'low-level' // not vouched for strongly enough
  | 'away'; // the sign-on does not answer

export const SIGN_ON_ENDS: Readonly<Record<SignOnEnd, { readonly title: string; readonly says: string }>> = {
  waiting: {
    title: '已登记，等待开通',
    says: '系统已经认出您，还没有给您岗位和管辖地方。请联系本单位系统管理员开通，开通后再点「统一身份认证登录」就能进来，不用重复登记。',
  },
  'turned-down': { title: '没有开通', says: '管理员没有给您开通账号。有疑问请联系本单位系统管理员。' },
  disabled: { title: '账号已停用', says: '您在本系统的账号已停用，不能登录。需要恢复请联系本单位系统管理员。' },
  cancelled: { title: '没有登录', says: '统一身份认证那边没有完成登录。请再点一次「统一身份认证登录」，或改用账号密码。' },
  expired: { title: '没有登录', says: '这次登录超过 10 分钟，或者同一个回跳地址用了两次。请再点一次「统一身份认证登录」。' },
  mismatch: { title: '没有登录', says: '回跳的登录不是从这个浏览器发起的，已拒绝。请在本页再点一次「统一身份认证登录」。' },
  'bad-proof': {
    title: '没有登录',
    says: '统一身份认证给的凭证没有通过核验（不是给本系统的、已过期、没有签名或被改过），已拒绝。请再试一次；还不行请联系系统管理员。',
  },
  'low-level': { title: '没有登录', says: '您的统一身份还没有完成实名认证，不能登录本系统。请先在统一身份平台完成实名认证。' },
  away: { title: '没有登录', says: '统一身份认证暂时连不上。请过几分钟再试，急用可改用账号密码登录。' },
};

/** Somebody who came through the sign-on: `GET /api/identities?state=waiting` → {items}. */
export interface IdentityRow {
  readonly id: string;
  readonly connector: Connector;
  readonly name: string;
  readonly mobileMask: string | null;
  readonly orgCode: string | null;
  readonly orgName: string | null;
  readonly post: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly state: 'waiting' | 'admitted' | 'turned-down';
  /** The account it opens. */
  readonly login: string | null;
  readonly reason: string | null;
}

/** `POST /api/identities/:id/turn-down` {reason} → 204. Admitting: `POST /api/identities/:id/admit`, with a new account or one that is there. */
export type Admission =
  | {
      readonly login: string;
      readonly name: string;
      readonly role: string;
      readonly organisation: string;
      readonly regionCode?: string | null | undefined;
      readonly enterpriseId?: string | null | undefined;
      readonly industry?: string | null | undefined;
    }
  | { readonly accountId: string };

export function isSignOnEnd(text: string): text is SignOnEnd {
  return Object.hasOwn(SIGN_ON_ENDS, text);
}
