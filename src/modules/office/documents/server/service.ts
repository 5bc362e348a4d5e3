import { type CivilDate, civilDate, yearOf } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { notFound, type SignedIn } from '#platform/http/index.ts';
import { announce } from '#platform/outbox/index.ts';
import { checkService, type DocumentView, documentNumber, findKind, type NewDocument, type NewService, type Preview } from '../domain/index.ts';
import { keepContent, openContent } from './contents.ts';
import { takeNumber } from './organs.ts';
import type { DocumentServices } from './ports.ts';
import { prepare, type Prepared, valuesOf } from './preparing.ts';
import { previewOf } from './previewing.ts';
import { documentView, findDocument, type StoredDocument } from './store.ts';
import { templateInForce } from './templates.ts';

export interface Documents {
  preview(who: SignedIn, document: NewDocument, origin: string): Promise<Result<Preview>>;
  /** Makes and numbers a document. The same command gives the same document. */
  create(who: SignedIn, document: NewDocument & { readonly commandId: string }, origin: string): Promise<Result<DocumentView>>;
  /** A new version under the same number; the earlier ones stay. */
  correct(
    who: SignedIn,
    id: string,
    correction: Pick<NewDocument, 'given' | 'unmask'> & { readonly reason: string },
    origin: string,
  ): Promise<Result<DocumentView>>;
  withdraw(who: SignedIn, id: string, reason: string): Promise<Result<DocumentView>>;
  serve(who: SignedIn, id: string, service: NewService): Promise<Result<DocumentView>>;
  file(who: SignedIn, id: string, version: number, form: 'docx' | 'pdf'): Promise<Result<{ readonly name: string; readonly content: Buffer }>>;
}

const UNKNOWN = notFound('没有这份文书，或不在您的管辖范围内。');

/** Ends a transaction that cannot go on and carries the reason out: what it did, the number too, is rolled back. */
class Stopped extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function documents(services: DocumentServices): Documents {
  const { store, vault, factory, clock } = services;
  // One at a time: each holds a connection and its series' lock while the printing thread works, and that does one at a time anyway.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  async function writing<T>(who: SignedIn, work: (tx: Tx) => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await inTurn(() => store.within(who.scope, work)));
    } catch (problem) {
      if (problem instanceof Stopped) return refuse(problem.refusal);
      throw problem;
    }
  }

  /** Fills, prints, keeps and writes one version down, in the transaction given. */
  async function addVersion(tx: Tx, who: SignedIn, prepared: Prepared, version: NewVersion): Promise<void> {
    const template = await templateInForce(services, prepared.kind.code, who.regionCode ?? prepared.regionCode);
    const made = await factory.make(template.content, valuesOf(prepared, version.numberText ?? ''), {
      title: version.title,
      author: prepared.organ?.name ?? who.name,
      made: clock.now(),
    });
    if (!made.ok) throw new Stopped(made.refusal);
    const { docx, pdf, pages, missing } = made.value;
    const [docxHash, pdfHash] = [await keepContent(tx, vault, docx), await keepContent(tx, vault, pdf)];
    await tx.query(
      `insert into documents.version (document_id, version, fields, unmasked, template_id, template_sha256, docx_sha256, pdf_sha256, pages, missing, reason, made_by, made_by_name, made_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        version.documentId,
        version.version,
        JSON.stringify(prepared.fields),
        version.unmask,
        template.id,
        template.sha256,
        docxHash,
        pdfHash,
        pages,
        missing,
        version.reason,
        who.accountId,
        who.name,
        clock.today(),
      ],
    );
    await record(tx, {
      by: who,
      action: version.version === 1 ? 'document.made' : 'document.corrected',
      object: `document:${version.documentId}`,
      region: prepared.regionCode,
      detail: { kind: prepared.kind.code, version: version.version, number: version.numberText, pdf: pdfHash.toString('hex'), unmasked: version.unmask },
    });
  }

  async function viewOf(who: SignedIn, id: string): Promise<Result<DocumentView>> {
    const view = await store.within(who.scope, (tx) => documentView(tx, who, id));
    return view === undefined ? refuse(UNKNOWN) : ok(view);
  }

  return {
    async preview(who, document, origin) {
      const prepared = await prepare(services, who, { ...document, unmask: false }, origin, true);
      if (!prepared.ok) return prepared;
      const { kind, regionCode, pattern, organ } = prepared.value;
      const template = await templateInForce(services, kind.code, who.regionCode ?? regionCode);
      const numberText = pattern === null ? '' : documentNumber(pattern, organ?.word ?? '', yearOf(clock.today()), '　');
      const shown = await factory.show(template.content, valuesOf(prepared.value, numberText));
      return shown.ok ? ok(previewOf(shown.value)) : shown;
    },

    async create(who, document, origin) {
      const earlier = await store.within(who.scope, (tx) => ofCommand(tx, who, document.commandId));
      if (earlier !== undefined) return viewOf(who, earlier);
      const prepared = await prepare(services, who, document, origin);
      if (!prepared.ok) return prepared;
      const made = await writing(who, async (tx) => {
        // A repeated command that came while the first was being made waits here and finds it.
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 16))', [`${who.accountId} ${document.commandId}`]);
        const known = await ofCommand(tx, who, document.commandId);
        if (known !== undefined) return known;
        const { id, numberText, title } = await addDocument(tx, who, prepared.value, document, clock.today());
        await addVersion(tx, who, prepared.value, { documentId: id, version: 1, title, numberText, unmask: document.unmask, reason: null });
        await announceToServe(tx, who, id, prepared.value, { version: 1, numberText });
        return id;
      });
      return made.ok ? viewOf(who, made.value) : made;
    },

    async correct(who, id, { given, unmask, reason }, origin) {
      const found = await store.within(who.scope, (tx) => findDocument(tx, id));
      const barred = found === undefined ? UNKNOWN : barredFrom(found, who);
      if (found === undefined || barred !== null) return refuse(barred ?? UNKNOWN);
      const prepared = await prepare(
        services,
        who,
        { kind: found.kind, projectId: found.project_id, month: found.month, team: found.team, given, unmask },
        origin,
      );
      if (!prepared.ok) return prepared;
      const made = await writing(who, async (tx) => {
        const now = await locked(tx, id);
        const bars = barredFrom(now, who);
        if (bars !== null) throw new Stopped(bars);
        const [version, numberText] = [now.version + 1, now.number_text];
        await addVersion(tx, who, prepared.value, { documentId: id, version, title: now.title, numberText, unmask, reason });
        await announceToServe(tx, who, id, prepared.value, { version, numberText });
      });
      return made.ok ? viewOf(who, id) : made;
    },

    async withdraw(who, id, reason) {
      const done = await writing(who, async (tx) => {
        const found = await locked(tx, id);
        const barred = barredFrom(found, who);
        if (barred !== null) throw new Stopped(barred);
        await tx.query('insert into documents.withdrawal (document_id, reason, made_by, made_by_name, withdrawn_on) values ($1, $2, $3, $4, $5)', [
          id,
          reason,
          who.accountId,
          who.name,
          clock.today(),
        ]);
        await record(tx, { by: who, action: 'document.withdrawn', object: `document:${id}`, region: found.region_code, detail: { number: found.number_text } });
      });
      return done.ok ? viewOf(who, id) : done;
    },

    async serve(who, id, service) {
      const done = await writing(who, async (tx) => {
        const found = await locked(tx, id);
        if (found.maker_enterprise_id !== null || findKind(found.kind)?.outward !== true)
          throw new Stopped({ code: 'service-not-needed', says: '这类文书不用送达。' });
        if (found.withdrawn_on !== null) throw new Stopped(WITHDRAWN);
        const checked = checkService(service, civilDate(found.made_on), clock.today());
        if (!checked.ok) throw new Stopped(checked.refusal);
        if (service.replaces !== null) await guardReplaced(tx, id, service.replaces);
        await addService(tx, who, found, service, checked.value);
      });
      return done.ok ? viewOf(who, id) : done;
    },

    async file(who, id, version, form) {
      const found = await store.within(who.scope, async (tx): Promise<Result<{ hash: Buffer; name: string }>> => {
        const document = await findDocument(tx, id);
        const [row] = await tx.query<{ docx_sha256: Buffer; pdf_sha256: Buffer; unmasked: boolean }>(
          'select docx_sha256, pdf_sha256, unmasked from documents.version where document_id = $1 and version = $2',
          [id, version],
        );
        if (document === undefined || row === undefined) return refuse(UNKNOWN);
        if (row.unmasked && !who.permissions.includes('worker.unmask'))
          return refuse({ code: 'not-allowed', says: '这一版印有完整身份证号，您的岗位不能打开。请让有权限的同事重做一份只印前2后3的。' });
        if (form === 'docx' && !isOwnSide(document, who)) return refuse({ code: 'not-allowed', says: '送达给您单位的文书只提供 PDF。' });
        await record(tx, {
          by: who,
          action: row.unmasked ? 'document.opened-unmasked' : 'document.opened',
          object: `document:${id}`,
          region: document.region_code,
          detail: { version, form },
        });
        return ok({ hash: form === 'docx' ? row.docx_sha256 : row.pdf_sha256, name: fileName(document, version) });
      });
      return found.ok ? ok({ name: `${found.value.name}.${form}`, content: await openContent(store, vault, found.value.hash) }) : found;
    },
  };
}

interface NewVersion {
  readonly documentId: string;
  readonly version: number;
  readonly title: string;
  readonly numberText: string | null;
  readonly unmask: boolean;
  readonly reason: string | null;
}

async function ofCommand(tx: Tx, who: SignedIn, commandId: string): Promise<string | undefined> {
  return (await tx.query<{ id: string }>('select id from documents.document where made_by = $1 and command_id = $2', [who.accountId, commandId]))[0]?.id;
}

async function addDocument(
  tx: Tx,
  who: SignedIn,
  { kind, records, organ, pattern, regionCode, fields }: Prepared,
  document: NewDocument & { readonly commandId: string },
  today: CivilDate,
): Promise<{ readonly id: string; readonly numberText: string | null; readonly title: string }> {
  const year = yearOf(today);
  const number = pattern === null ? null : await takeNumber(tx, who.regionCode ?? '', pattern, year);
  const numberText = pattern === null || number === null ? null : documentNumber(pattern, organ?.word ?? '', year, number);
  const about = records?.projectName ?? fields['当事人'] ?? '';
  const title = [kind.name, about, document.team ?? ''].filter((word) => word !== '').join(' ');
  const [row] = await tx.query<{ id: string }>(
    `insert into documents.document (kind, title, region_code, project_id, month, team, maker_enterprise_id, addressee_enterprise_id, organ_region, pattern, year, number, number_text, command_id, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      kind.code,
      title,
      regionCode,
      records?.projectId ?? null,
      records?.month == null ? null : `${records.month}-01`,
      document.team,
      who.enterpriseId,
      kind.outward ? (records?.addresseeEnterpriseId ?? null) : null,
      number === null ? null : who.regionCode,
      pattern,
      number === null ? null : year,
      number,
      numberText,
      document.commandId,
      who.accountId,
    ],
  );
  if (row === undefined) throw new Error('a document without an id');
  return { id: row.id, numberText, title };
}

/**
 * An outward document of an office waits to be served, a new version of it as well. The addressee is not named: nobody hears of a
 * document before it is served.
 */
async function announceToServe(
  tx: Tx,
  who: SignedIn,
  id: string,
  { kind, records, regionCode }: Prepared,
  { version, numberText }: { readonly version: number; readonly numberText: string | null },
): Promise<void> {
  if (!kind.outward || who.enterpriseId !== null) return;
  await announce(tx, {
    kind: 'document.to-serve',
    subject: `document:${id}`,
    regionCode,
    enterpriseId: null,
    projectId: records?.projectId ?? null,
    body: { documentKind: kind.code, number: numberText, version },
  });
}

/** Holds the document against a second hand, and reads it as it now stands. */
async function locked(tx: Tx, id: string): Promise<StoredDocument> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 16))', [`document ${id}`]);
  const found = await findDocument(tx, id);
  if (found === undefined) throw new Stopped(UNKNOWN);
  return found;
}

const WITHDRAWN: Refusal = { code: 'document-withdrawn', says: '这份文书已经作废。需要时请另做一份。' };

function isOwnSide({ maker_enterprise_id: maker }: StoredDocument, who: SignedIn): boolean {
  return maker === null ? who.scope.role !== 'app_enterprise' : who.enterpriseId === maker;
}

function barredFrom(document: StoredDocument, who: SignedIn): Refusal | null {
  if (document.withdrawn_on !== null) return WITHDRAWN;
  const isMaker = document.maker_enterprise_id === null ? who.scope.role === 'app_official' : who.enterpriseId === document.maker_enterprise_id;
  return isMaker ? null : { code: 'not-allowed', says: '这份文书不是您单位制作的，不能更正或作废。' };
}

async function guardReplaced(tx: Tx, documentId: string, replaced: string): Promise<void> {
  const [row] = await tx.query(
    'select 1 from documents.service s where s.id = $1 and s.document_id = $2 and not exists (select 1 from documents.service o where o.replaces = s.id)',
    [replaced, documentId],
  );
  if (row === undefined) throw new Stopped({ code: 'service-invalid', says: '要更正的送达记录不在，或者已经更正过。请刷新后再试。' });
}

async function addService(
  tx: Tx,
  who: SignedIn,
  document: StoredDocument,
  service: NewService,
  served: { readonly manner: string; readonly doneOn: string; readonly effectiveOn: string },
): Promise<void> {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  await tx.query(
    `insert into documents.service (document_id, version, manner, done_on, effective_on, receiver, witness, place, proof, consent, replaces, made_by, made_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      document.id,
      document.version,
      served.manner,
      served.doneOn,
      served.effectiveOn,
      orNull(service.receiver),
      orNull(service.witness),
      orNull(service.place),
      orNull(service.proof),
      orNull(service.consent),
      service.replaces,
      who.accountId,
      who.name,
    ],
  );
  await record(tx, {
    by: who,
    action: 'document.served',
    object: `document:${document.id}`,
    region: document.region_code,
    detail: { manner: served.manner, on: served.doneOn, effectiveOn: served.effectiveOn, version: document.version },
  });
}

/** A name a computer of an office takes: no signs that paths are made of. */
function fileName({ title, number_text: number }: StoredDocument, version: number): string {
  const name = `${number === null ? '' : `${number} `}${title}${version > 1 ? `（第${version}版）` : ''}`;
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 120);
}
