import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';

/** Longest pattern a place may write. */
const LONGEST = 60;

/** 文号: writes a pattern with the organ's word, the year and the number. `{号}` counts from 1 within pattern, organ and year. */
export function documentNumber(pattern: string, organ: string, year: number, number: number | '　'): string {
  return pattern.replaceAll('{机关}', organ).replaceAll('{年}', String(year)).replaceAll('{号}', String(number));
}

/** A pattern must count and must name the year, else two years would give one number twice. */
export function checkPattern(pattern: string): Result<string, Refusal> {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  const strange = names.find((name) => !['机关', '年', '号'].includes(name));
  if (strange !== undefined) return refuse({ code: 'pattern-invalid', says: `文号写法里的「{${strange}}」不认识。只能用 {机关}、{年}、{号}。` });
  if (!names.includes('年') || !names.includes('号'))
    return refuse({ code: 'pattern-invalid', says: '文号写法里要有 {年} 和 {号}，例如 {机关}监令字〔{年}〕第{号}号。' });
  if (pattern.length > LONGEST) return refuse({ code: 'pattern-invalid', says: `文号写法太长，最多 ${LONGEST} 个字。` });
  return ok(pattern);
}
