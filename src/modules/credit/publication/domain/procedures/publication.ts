import { cite } from '#law/citation.ts';
import { facts, text, yesNo } from '#law/facts.ts';
import { guarded, procedure, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';
import { CONTENT, faultsOfContent } from '../content.ts';
import { KIND } from '../kinds.ts';

const decided = facts({ document: text('处理决定的文号') });
const screening = facts({ kind: KIND });
const content = facts(CONTENT);
const channel = facts({ onPortal: yesNo('是否在人社部门门户网站公布'), inMedia: yesNo('是否在本行政区域主要报刊、电视等媒体公布') });
const objection = facts({ grounds: text('异议的内容') });
const change = facts({ document: text('变更或者撤销处理决定的文书') });

/**
 * 重大劳动保障违法行为社会公布: only decided cases, sorted into the seven kinds by a person, checked for what must and must not be said, and kept
 * correct. The quarter and half year are the office's rhythm, watched by PUB-01; a case may be published at any time.
 */
export const publication = procedure({
  code: 'publication',
  title: '重大劳动保障违法行为社会公布',
  states: {
    decided: { name: '已作出处理决定' },
    screened: { name: '属于应当公布的情形' },
    drafted: { name: '公布内容已审核' },
    published: { name: '已公布' },
    objected: { name: '复核异议' },
    changed: { name: '处理决定已变更，待更正' },
    corrected: { name: '已更正' },
    exempt: { name: '不属于公布情形', ends: true },
    archived: { name: '已记入诚信档案', ends: true },
  },
  steps: [
    {
      code: 'receive',
      title: '登记处理决定',
      from: [],
      to: 'decided',
      by: ['inspector', 'system'],
      basis: [cite('社会公布办法', 5)],
      evidence: 'V2',
      produces: [],
      ...guarded(decided, (given) => {
        const known = decided.certain(given, 'document');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'screen',
      title: '认定应当公布',
      from: ['decided'],
      to: 'screened',
      by: ['authority'],
      basis: [cite('社会公布办法', 5)],
      evidence: 'V2',
      produces: ['社会公布审批表'],
      ...guarded(screening, (given) => {
        const known = screening.certain(given, 'kind');
        if (!known.ok) return known.answer;
        return known.facts.kind === 'none' ? unmet('不属于七类重大劳动保障违法行为的，不予公布。', cite('社会公布办法', 5)) : null;
      }),
    },
    {
      code: 'exempt',
      title: '认定不属于公布情形',
      from: ['decided'],
      to: 'exempt',
      by: ['authority'],
      basis: [cite('社会公布办法', 5)],
      evidence: 'V2',
      produces: [],
      ...guarded(screening, (given) => {
        const known = screening.certain(given, 'kind');
        if (!known.ok) return known.answer;
        return known.facts.kind === 'none' ? null : unmet('属于七类的应当公布，不能选择不公布。', cite('社会公布办法', 5));
      }),
    },
    {
      code: 'draft',
      title: '审核公布内容',
      from: ['screened'],
      to: 'drafted',
      by: ['authority'],
      basis: [cite('社会公布办法', 6)],
      evidence: 'V2',
      produces: ['公布内容审核稿'],
      ...guarded(content, (given) => {
        const { faults, unknown } = faultsOfContent(given);
        if (faults.length > 0) return unmet(`公布内容${faults.join('，并且')}。`, cite('社会公布办法', 6));
        return unknown.length > 0 ? cannotDetermine(...unknown) : null;
      }),
    },
    {
      code: 'publish',
      title: '向社会公布',
      from: ['drafted'],
      to: 'published',
      by: ['authority'],
      basis: [cite('社会公布办法', 7), cite('社会公布办法', 8)],
      evidence: 'V2',
      produces: ['公布公告'],
      ...guarded(channel, (given) => {
        const known = channel.certain(given, 'onPortal', 'inMedia');
        if (!known.ok) return known.answer;
        return known.facts.onPortal && known.facts.inMedia ? null : unmet('门户网站和本行政区域主要媒体都要公布。', cite('社会公布办法', 7));
      }),
    },
    {
      code: 'object',
      title: '提出异议',
      from: ['published'],
      to: 'objected',
      by: ['employer'],
      basis: [cite('社会公布办法', 11)],
      evidence: 'V1',
      produces: ['异议申请'],
      ...guarded(objection, (given) => {
        const known = objection.certain(given, 'grounds');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'reject-objection',
      title: '复核维持公布',
      from: ['objected'],
      to: 'published',
      by: ['authority'],
      basis: [cite('社会公布办法', 11)],
      evidence: 'V1',
      within: { period: { parameter: 'publication.objection.days' }, from: 'state', kind: 'soft' },
      produces: ['异议处理告知书'],
    },
    {
      code: 'accept-objection',
      title: '复核更正公布',
      from: ['objected'],
      to: 'corrected',
      by: ['authority'],
      basis: [cite('社会公布办法', 11)],
      evidence: 'V1',
      within: { period: { parameter: 'publication.objection.days' }, from: 'state', kind: 'soft' },
      produces: ['异议处理告知书', '更正公告'],
    },
    {
      code: 'change',
      title: '处理决定变更或者撤销',
      from: ['published', 'objected', 'corrected'],
      to: 'changed',
      by: ['authority', 'upper-authority', 'court'],
      basis: [cite('社会公布办法', 10)],
      evidence: 'M',
      produces: [],
      ...guarded(change, (given) => {
        const known = change.certain(given, 'document');
        return known.ok ? null : known.answer;
      }),
    },
    {
      code: 'correct',
      title: '更正公布内容',
      from: ['changed'],
      to: 'corrected',
      by: ['authority'],
      basis: [cite('社会公布办法', 10)],
      evidence: 'M',
      within: { period: { parameter: 'publication.correct.days' }, from: 'state', kind: 'soft' },
      produces: ['更正公告'],
    },
    {
      code: 'archive',
      title: '记入诚信档案',
      from: ['published', 'corrected'],
      to: 'archived',
      by: ['authority'],
      basis: [cite('社会公布办法', 9)],
      evidence: 'V2',
      produces: ['劳动保障守法诚信档案'],
    },
  ],
});
