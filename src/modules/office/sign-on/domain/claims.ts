import { ok, refuse, type Result } from '#kernel/result.ts';

/** What we take from whoever vouches for a person, and under which of their names: the mapping table of the place. */
export interface ClaimNames {
  readonly subject: string;
  readonly name: string;
  readonly mobile: string;
  readonly orgCode: string;
  readonly orgName: string;
  readonly post: string;
}

/** OpenID Connect's own names where it has some; the rest is what places call them. */
export const OIDC_CLAIMS: ClaimNames = { subject: 'sub', name: 'name', mobile: 'phone_number', orgCode: 'org_code', orgName: 'org_name', post: 'post' };

/** Somebody, as the sign-on describes them. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  readonly mobile: string | null;
  readonly orgCode: string | null;
  readonly orgName: string | null;
  readonly post: string | null;
}

const LONGEST = 100;

/** Reads a person out of claims or of a ticket's answer; `data.user.name` looks inside. Without a number and a name nobody is known. */
export function personOf(claims: unknown, names: ClaimNames): Result<Person> {
  const subject = textAt(claims, names.subject);
  if (subject === null) return refuse({ code: 'bad-proof', says: '统一身份认证没有给出用户编号。' });
  return ok({
    subject,
    name: (textAt(claims, names.name) ?? '未给姓名').slice(0, 40),
    mobile: short(textAt(claims, names.mobile)),
    orgCode: short(textAt(claims, names.orgCode)),
    orgName: short(textAt(claims, names.orgName)),
    post: short(textAt(claims, names.post)),
  });
}

/** A text or number at a path; null where there is none. Only own fields are looked at. */
export function textAt(value: unknown, path: string): string | null {
  let at: unknown = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null) return null;
    at = Object.entries(at).find(([key]) => key === name)?.[1];
  }
  const text = typeof at === 'string' ? at.trim() : typeof at === 'number' || typeof at === 'boolean' ? String(at) : '';
  return text === '' || text.length > 500 ? null : text;
}

function short(text: string | null): string | null {
  return text === null ? null : text.slice(0, LONGEST);
}

/** A place inside the product to go back to: one slash and no second, nothing that a browser reads as another site. */
export function ownPath(text: string | undefined): string {
  return text !== undefined && text.length <= 500 && /^\/(?![/\\])[^\\\s]*$/.test(text) ? text : '/';
}
