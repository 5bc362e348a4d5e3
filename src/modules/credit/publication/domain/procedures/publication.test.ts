import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import { standing, take } from '#law/procedure-run.ts';
import type { Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';
import { guardsInFull } from '../../../../../../test/builders/guards.ts';
import { publication } from './publication.ts';

const setting = { calendar: nationalCalendar, place: national };
const step = (code: string, happened: string, by: Party = 'authority', facts: unknown = {}): Taken => ({
  step: code,
  by,
  happened: civilMoment(happened),
  recorded: civilMoment(happened),
  facts,
});
const refusalOf = (history: readonly Taken[], asked: Taken) => {
  const result = take(publication, history, asked, setting);
  return result.ok ? null : result.refusal;
};
const due = (history: readonly Taken[], at: string, code: string) =>
  standing(publication, history, { ...setting, at: civilMoment(at) })?.open.find((one) => one.step.code === code)?.due;

const content = { name: true, code: true, address: true, head: true, deeds: true, handling: true, isSecret: false };
const received = [step('receive', '2026-02-10 09:00', 'inspector', { document: '处理决定 1 号' })];
const screened = [...received, step('screen', '2026-02-11 09:00', 'authority', { kind: 'wages' })];
const drafted = [...screened, step('draft', '2026-02-12 09:00', 'authority', content)];
const published = [...drafted, step('publish', '2026-02-25 09:00', 'authority', { onPortal: true, inMedia: true })];
const changed = [...published, step('change', '2026-03-02 09:00', 'upper-authority', { document: '复议决定 1 号' })];

describe('重大劳动保障违法行为社会公布流程', () => {
  it('goes from the decision to the file, corrected on the way, every step lawful', () => {
    let history: readonly Taken[] = [];
    for (const asked of [...changed, step('correct', '2026-03-16 09:00'), step('archive', '2026-03-17 09:00')]) {
      const result = take(publication, history, asked, setting);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) history = result.value;
    }
    expect(standing(publication, history, { ...setting, at: civilMoment('2026-03-18 09:00') })).toMatchObject({ state: 'archived', isOver: true });
  });

  it.each([
    ['a case without its decision', [], step('receive', '2026-02-10 09:00', 'inspector'), 'cannot-determine'],
    ['publishing before anybody screened it', received, step('publish', '2026-02-11 09:00', 'authority', { onPortal: true, inMedia: true }), 'not-from-here'],
    ['a case of no kind', received, step('screen', '2026-02-11 09:00', 'authority', { kind: 'none' }), 'condition'],
    ['a kind nobody judged', received, step('screen', '2026-02-11 09:00', 'authority'), 'cannot-determine'],
    ['setting one of the seven kinds aside', received, step('exempt', '2026-02-11 09:00', 'authority', { kind: 'children' }), 'condition'],
    ['personal data', screened, step('draft', '2026-02-12 09:00', 'authority', { ...content, isSecret: true }), 'condition'],
    ['a gap in the content', screened, step('draft', '2026-02-12 09:00', 'authority', { ...content, code: false }), 'condition'],
    ['content nobody checked', screened, step('draft', '2026-02-12 09:00', 'authority', { ...content, isSecret: null }), 'cannot-determine'],
    ['the portal alone', drafted, step('publish', '2026-02-25 09:00', 'authority', { onPortal: true, inMedia: false }), 'condition'],
    ['archiving before the correction', changed, step('archive', '2026-03-03 09:00'), 'not-from-here'],
  ] as const)('refuses %s', (_why, history, asked, code) => expect(refusalOf(history, asked)).toMatchObject({ code }));

  it('counts ten working days to correct and fifteen to answer', () => {
    expect(due(changed, '2026-03-02 10:00', 'correct')).toMatchObject({ on: '2026-03-16' });
    const objected = [...published, step('object', '2026-03-02 09:00', 'employer', { grounds: '数额有误' })];
    expect(due(objected, '2026-03-02 10:00', 'accept-objection')).toMatchObject({ on: '2026-03-23' });
    expect(refusalOf(objected, step('reject-objection', '2026-03-23 17:00'))).toBeNull();
  });
});

it('逐步: 要填什么，缺什么、差一点就不能办', () => expect(guardsInFull(publication)).toMatchSnapshot());
