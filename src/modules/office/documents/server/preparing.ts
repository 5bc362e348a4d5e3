import { civilMonth, yearOf } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { inShort } from '#law/citation.ts';
import type { TemplateValues } from '#platform/documents/index.ts';
import { qrCode } from '#platform/documents/index.ts';
import { notFound, type SignedIn } from '#platform/http/index.ts';
import {
  checkGiven,
  documentNumber,
  type DocumentKind,
  type Draft,
  findKind,
  type Given,
  type KindView,
  type NewDocument,
  type Organ,
  printedFields,
} from '../domain/index.ts';
import { channelsOf, findOrgan } from './organs.ts';
import type { About, DocumentServices, FromRecords } from './ports.ts';

/** Everything a document is made from but its number. */
export interface Prepared {
  readonly kind: DocumentKind;
  readonly records: FromRecords | null;
  readonly organ: Organ | null;
  readonly pattern: string | null;
  readonly regionCode: string;
  /** What people gave and records say, as kept. */
  readonly fields: Given;
}

export function isMaker(kind: DocumentKind, who: SignedIn): boolean {
  const side = who.scope.role === 'app_official' ? 'office' : who.scope.role === 'app_enterprise' ? 'enterprise' : null;
  return who.permissions.includes('document.make') && side !== null && kind.makers.includes(side);
}

export function kindView(kind: DocumentKind, who: SignedIn): KindView {
  const { code, name, group, means, binds, outward, personal, basis } = kind;
  return {
    code,
    name,
    group,
    means,
    binds,
    outward,
    personal,
    basis: basis.map(inShort),
    fields: kind.fields.map((field) => ({ name: field.name, kind: field.kind, required: field.required, by: field.by, hint: field.hint })),
    mayMake: isMaker(kind, who),
  };
}

const NOT_A_MAKER: Refusal = { code: 'not-allowed', says: '这类文书不由您的岗位制作。' };

/** The form as it begins: suggestions from the records and the office's own entries. */
export async function draftOf(services: DocumentServices, who: SignedIn, code: string, asked: Omit<About, 'unmask' | 'isWhole'>): Promise<Result<Draft>> {
  const kind = findKind(code);
  if (kind === undefined) return refuse(notFound('没有这种文书。'));
  if (!isMaker(kind, who)) return refuse(NOT_A_MAKER);
  const bound = await boundTo(services, who, kind, { ...asked, unmask: false, isWhole: false });
  if (!bound.ok) return bound;
  const records = bound.value;
  const today = services.clock.today();
  const regionCode = records?.regionCode ?? who.regionCode ?? '';
  const [organ, channels] = await services.store.within(
    who.scope,
    async (tx) => [await findOrgan(tx, who.regionCode), await channelsOf(tx, regionCode)] as const,
  );
  const standard = (name: string, written: string | null) => {
    const said = records?.suggested[name] ?? '';
    return said !== '' ? said : (channels[name] ?? written ?? '');
  };
  const given = Object.fromEntries(
    kind.fields.filter(({ by }) => by === 'person').map((field) => [field.name, field.name === '落款日期' ? today : standard(field.name, field.standard)]),
  );
  const printed = printedFields(kind, records?.records ?? {});
  return ok({
    kind: kindView(kind, who),
    projectId: records?.projectId ?? null,
    projectName: records?.projectName ?? null,
    month: records?.month ?? null,
    months: records?.months ?? [],
    team: records?.team ?? null,
    teams: records?.teams ?? [],
    given,
    records: kind.fields.flatMap(({ name, by }) => (by === 'records' ? [{ name, value: printed[name] ?? '' }] : [])),
    rows: records?.rows ?? {},
    numberText: kind.numbering === null ? null : documentNumber(patternOf(kind, organ) ?? '', organ?.word ?? '', yearOf(today), '　'),
    missing: kind.numbering !== null && organ === null ? NO_ORGAN.says : null,
    mayUnmask: kind.personal && who.permissions.includes('worker.unmask'),
  });
}

const NO_ORGAN: Refusal = { code: 'organ-missing', says: '本机关的名称和机关代字还没有登记，不能编文号。请监察队长在“文书—机关信息”里填写。' };

function patternOf(kind: DocumentKind, organ: Organ | null): string | null {
  return kind.numbering === null ? null : (organ?.patterns[kind.code] ?? kind.numbering);
}

/** Checks and gathers. Refuses with every fault of the form at once; what is only looked at may have gaps. */
export async function prepare(services: DocumentServices, who: SignedIn, document: NewDocument, origin: string, isDraft = false): Promise<Result<Prepared>> {
  const kind = findKind(document.kind);
  if (kind === undefined) return refuse(notFound('没有这种文书。'));
  if (!isMaker(kind, who)) return refuse(NOT_A_MAKER);
  if (document.unmask && !who.permissions.includes('worker.unmask'))
    return refuse({ code: 'not-allowed', says: '您的岗位不能打印完整身份证号。请选择“只印前2后3”。' });
  const checked = checkGiven(kind, document.given, isDraft);
  if (!checked.ok) return checked;
  const month = document.month === null ? null : civilMonth(document.month);
  const bound = await boundTo(services, who, kind, {
    projectId: document.projectId ?? '',
    month,
    team: document.team,
    unmask: document.unmask,
    isWhole: true,
    origin,
  });
  if (!bound.ok) return bound;
  const organ = await services.store.within(who.scope, (tx) => findOrgan(tx, who.regionCode));
  const pattern = patternOf(kind, organ);
  if (pattern !== null && organ === null) return refuse(NO_ORGAN);
  return ok({
    kind,
    records: bound.value,
    organ,
    pattern,
    regionCode: bound.value?.regionCode ?? who.regionCode ?? '',
    fields: { ...bound.value?.records, ...checked.value },
  });
}

async function boundTo(services: DocumentServices, who: SignedIn, kind: DocumentKind, about: About): Promise<Result<FromRecords | null>> {
  if (about.projectId === '') {
    return kind.binds === 'project-or-none' && who.regionCode !== null
      ? ok(null)
      : refuse({ code: 'project-needed', says: `${kind.name}要先选项目。请从项目页打开，或者在这里选一个项目。` });
  }
  const source = services.sources[kind.code];
  if (source === undefined) throw new Error(`nobody fills ${kind.code}`);
  return source(who, about);
}

/** What the template is filled with. */
export function valuesOf({ kind, records, organ, fields }: Prepared, numberText: string): TemplateValues {
  return {
    plain: { ...printedFields(kind, fields), 文号: numberText, 机关名称: organ?.name ?? '', 机关地址: organ?.address ?? '', 机关电话: organ?.phone ?? '' },
    images: Object.fromEntries(
      kind.images.map((name) => [name, { png: qrCode(records?.codes[name] ?? ''), size: QR_POINTS, alt: '二维码：查询本项目工资支付信息和维权电话' }]),
    ),
    lists: Object.fromEntries(kind.lists.map(({ name }) => [name, records?.lists[name] ?? []])),
  };
}

/** 82 mm: read from 0.8 m by the rule of ten to one. */
const QR_POINTS = 232;
