import { LI } from '../../support/people.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { mutateRequest, type OpenOperation, openOperations, type OpenRequest } from '../open-operations.ts';

/** Beyond this a refusal would be a way to have us send a lot. 200 places of at most 200 characters and as much again. */
const LONGEST_ANSWER = 100_000;

/** Each operation of the open interface as far as no database is asked: let through with sound values, or refused with place and words. */
function target(operation: OpenOperation): FuzzTarget<OpenRequest> {
  return {
    name: `open-form-${operation.id}`,
    seeds: [operation.sound],
    mutate(input, chance) {
      let wrong = mutateRequest(input, chance);
      while (chance.happens(0.3)) wrong = mutateRequest(wrong, chance);
      return wrong;
    },
    run: (request) => verdict(operation, request),
    encode: (request) => JSON.stringify(request),
    decode: (line) => JSON.parse(line) as OpenRequest,
  };
}

function verdict(operation: OpenOperation, request: OpenRequest): Verdict {
  const judged = operation.judge(request);
  if (judged.is === 'passed') {
    const wrong = judged.parts.map(unsound).find((one) => one !== null);
    return wrong === undefined ? { came: 'taken' } : { came: 'broken', says: `let through: ${wrong}` };
  }
  const { code, says, fields } = judged.problem;
  if (!/\p{Script=Han}/u.test(says)) return { came: 'broken', says: `no reason in Chinese: ${says}` };
  if (fields?.length === 0) return { came: 'broken', says: 'refused without a place' };
  const poor = fields?.find((field) => field.path === '' || !/\p{Script=Han}/u.test(field.says));
  if (poor !== undefined) return { came: 'broken', says: `a place without name or words: ${JSON.stringify(poor)}` };
  if (fields?.some((field) => /[\0\p{Cs}]/u.test(field.path + field.says)) === true) return { came: 'broken', says: 'refused in words no log can keep' };
  if (JSON.stringify(judged.problem).length > LONGEST_ANSWER) return { came: 'broken', says: 'a refusal without end' };
  const [first] = fields ?? [];
  // Without what the request itself said: the same refusal of another name is no other refusal.
  const words = (first?.says ?? says).replace(/["“「].*/su, '').replace(/[^一-龥]+/gu, ' ');
  return { came: 'refused', why: `${code} ${first?.path.replace(/[^A-Za-z.一-龥]+/gu, '#').slice(0, 24) ?? ''} ${words.slice(0, 20)}` };
}

/** What no handler and no database could use: control characters, numbers that are none. */
function unsound(value: unknown): string | null {
  if (typeof value === 'string') return /[\p{Cc}\p{Cs}]/u.test(value) ? JSON.stringify(value) : null;
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : String(value);
  if (typeof value !== 'object' || value === null) return null;
  for (const inner of Object.values(value)) {
    const wrong = unsound(inner);
    if (wrong !== null) return wrong;
  }
  return null;
}

export const targets = (await openOperations(LI)).map(target);
