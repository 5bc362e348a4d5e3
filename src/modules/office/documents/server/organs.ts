import { ok, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { SignedIn } from '#platform/http/index.ts';
import { checkPattern, DOCUMENT_KINDS, type Organ, type OrganPage } from '../domain/index.ts';

/** What a place tells workers on every board, by the name of the board's field. */
export const CHANNEL_NAMES = [
  '劳动保障监察投诉电话',
  '劳动争议调解仲裁',
  '法律援助',
  '公共法律服务热线',
  '行业主管部门',
  '行业主管部门投诉电话',
  '月最低工资标准',
  '小时最低工资标准',
] as const;

/** The organ of exactly this place: who signs. */
export async function findOrgan(tx: Tx, regionCode: string | null): Promise<Organ | null> {
  const [row] = await tx.query<Organ>('select name, word, address, phone, channels, patterns from documents.organ where region_code = $1', [regionCode]);
  return row ?? null;
}

/** Channels for a place, each from the nearest organ at or above that names it: public information. */
export async function channelsOf(tx: Tx, regionCode: string): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.query<{ channels: Record<string, string> }>(
    'select channels from documents.organ where starts_with($1, region_code) order by length(region_code)',
    [regionCode],
  );
  return Object.assign({}, ...rows.map(({ channels }) => channels));
}

export async function organPage(store: Store, who: SignedIn): Promise<OrganPage> {
  const organ = await store.within(who.scope, (tx) => findOrgan(tx, who.regionCode));
  return {
    organ,
    mayChange: who.permissions.includes('document.template') && who.regionCode !== null,
    channelNames: CHANNEL_NAMES,
    numbered: DOCUMENT_KINDS.flatMap(({ code, name, numbering }) => (numbering === null ? [] : [{ kind: code, name, standard: numbering }])),
  };
}

export async function changeOrgan(store: Store, who: SignedIn, organ: Organ): Promise<Result<null>> {
  const { regionCode } = who;
  if (regionCode === null || who.scope.role !== 'app_official') return refuse({ code: 'not-allowed', says: '机关信息由人社部门维护。' });
  const numbered = new Set(DOCUMENT_KINDS.flatMap(({ code, numbering }) => (numbering === null ? [] : [code])));
  for (const [kind, pattern] of Object.entries(organ.patterns)) {
    if (!numbered.has(kind)) return refuse({ code: 'pattern-invalid', says: `没有「${kind}」这种要编号的文书。` });
    const checked = checkPattern(pattern);
    if (!checked.ok) return checked;
  }
  const strange = Object.keys(organ.channels).find((name) => !CHANNEL_NAMES.some((known) => known === name));
  if (strange !== undefined) return refuse({ code: 'channels-invalid', says: `没有「${strange}」这一项。` });
  const said = (texts: Readonly<Record<string, string>>) => JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')));
  await store.within(who.scope, async (tx) => {
    await tx.query(
      `insert into documents.organ (region_code, name, word, address, phone, channels, patterns, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (region_code) do update set name = excluded.name, word = excluded.word, address = excluded.address, phone = excluded.phone,
         channels = excluded.channels, patterns = excluded.patterns, changed_by = excluded.changed_by, changed_at = now()`,
      [regionCode, organ.name, organ.word, organ.address, organ.phone, said(organ.channels), said(organ.patterns), who.accountId],
    );
    await record(tx, { by: who, action: 'organ.changed', object: `organ:${regionCode}`, region: regionCode, detail: { name: organ.name, word: organ.word } });
  });
  return ok(null);
}

/** Takes the next number of a series. The row stays locked until the transaction ends: what is rolled back leaves no gap. */
export async function takeNumber(tx: Tx, regionCode: string, pattern: string, year: number): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    `insert into documents.series (region_code, pattern, year, last) values ($1, $2, $3, 1)
     on conflict (region_code, pattern, year) do update set last = documents.series.last + 1 returning last`,
    [regionCode, pattern, year],
  );
  if (row === undefined) throw new Error('a series without a number');
  return row.last;
}
