import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type DatedValue, isParameterId, PARAMETERS, type ParameterId, type PlaceSeries, readValue } from '#law/parameters/index.ts';
import type { Profile } from '#law/profile.ts';

/** A parameter as a draft would set it. */
interface DraftValue {
  readonly id: ParameterId;
  readonly place: string;
  readonly value: DatedValue<unknown>;
}

/** 修法草案: numbers and switches that are not in force, to be tried on stored records before anybody signs them. */
export interface Draft {
  readonly title: string;
  readonly values: readonly DraftValue[];
  /** Rules the draft would no longer use, by code, with the reason; and those it would use again. */
  readonly off: Readonly<Record<string, string>>;
  readonly on: readonly string[];
}

/**
 * Reads a draft: `{ title, parameters: { "account.open-days": { value: 20, place?: "gaotang-371526", from?: "2026-12-01", basis? } },
 * off?: { "W-PAY-07": "理由" }, on?: ["W-PAY-07"] }`. Without a place it is the nation's. Whatever is unknown or of the wrong unit is named.
 */
export function readDraft(input: unknown, known: { readonly rules: readonly string[]; readonly places: readonly string[] }, usual: CivilDate): Result<Draft> {
  if (!isRecord(input)) return refuse(wrong('草案应当是一个 JSON 对象'));
  const { title, parameters, off, on, ...others } = input;
  const faults: string[] = Object.keys(others).map((name) => `草案没有“${name}”这一项；可用 title、parameters、off、on`);
  const values = Object.entries(isRecord(parameters) ? parameters : {}).flatMap(([id, draft]) => {
    const read = readDraftValue(id, draft, known.places, usual);
    if (typeof read === 'string') faults.push(read);
    return typeof read === 'string' ? [] : [read];
  });
  const switchedOff = Object.fromEntries(Object.entries(isRecord(off) ? off : {}).map(([code, why]) => [code, typeof why === 'string' ? why : '']));
  const switchedOn = Array.isArray(on) ? on.filter((code) => typeof code === 'string') : [];
  for (const code of [...Object.keys(switchedOff), ...switchedOn]) if (!known.rules.includes(code)) faults.push(`没有“${code}”这条规则`);
  for (const [code, why] of Object.entries(switchedOff)) if (why === '') faults.push(`停用“${code}”要写理由`);
  if (values.length + Object.keys(switchedOff).length + switchedOn.length === 0) faults.push('草案没有改变任何参数或规则');
  if (faults.length > 0) return refuse(wrong(faults.join('；')));
  return ok({ title: typeof title === 'string' ? title : '草案', values, off: switchedOff, on: switchedOn });
}

function readDraftValue(id: string, draft: unknown, places: readonly string[], usual: CivilDate): DraftValue | string {
  if (!isParameterId(id)) return `没有“${id}”这个参数`;
  if (!isRecord(draft)) return `“${id}”写成 { "value": … } 的样子`;
  const place = draft['place'] ?? 'national';
  if (typeof place !== 'string' || !places.includes(place)) return `“${id}”的 place 只能是：${places.join('、')}`;
  const { unit, means } = PARAMETERS[id];
  const value = readValue(unit, draft['value']);
  if (value === null) return `“${id}”（${means}）的值不对：单位是 ${unit}`;
  const from = draft['from'] === undefined ? usual : typeof draft['from'] === 'string' ? parseCivilDate(draft['from']) : null;
  if (from === null) return `“${id}”的 from 写成 2026-12-01 的样子`;
  const basis = typeof draft['basis'] === 'string' ? draft['basis'] : '草案';
  return { id, place, value: { from, value, basis, evidence: 'D' } };
}

/** The place as the draft would have it; the places above it are changed too. Nothing that is in force is touched. */
export function underDraft(profile: Profile, draft: Draft): Profile {
  const own = draft.values.filter(({ place }) => place === profile.id);
  const series: Record<string, readonly DatedValue<unknown>[]> = { ...profile.parameters };
  // A value of the same day is replaced, not outlived.
  for (const { id, value } of own) series[id] = [...(series[id] ?? []).filter(({ from }) => from !== value.from), value];
  const unused = { ...profile.unused, ...draft.off };
  for (const code of draft.on) delete unused[code];
  return {
    ...profile,
    // Every value was read by the unit of its id.
    parameters: series as PlaceSeries,
    unused,
    above: profile.above === null ? null : underDraft(profile.above, draft),
  };
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function wrong(says: string): Refusal {
  return { code: 'draft-invalid', says: `草案不能用：${says}。` };
}
