import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { SERVICE_MANNERS, type ServiceManner, servedOn } from '#law/served.ts';
import type { NewService } from './wire.ts';

export interface Served {
  readonly manner: ServiceManner;
  readonly doneOn: CivilDate;
  readonly effectiveOn: CivilDate;
}

function isManner(text: string): text is ServiceManner {
  return Object.hasOwn(SERVICE_MANNERS, text);
}

/**
 * 送达: what each manner must name. 直接送达 who received it; 留置送达 a witness, or how it was recorded (拍照、录像); 邮寄送达 the receipt, on the day it
 * was signed for; 电子送达 the party's signed consent and where it went; 公告送达 the publication, and it takes effect 30 days later.
 */
export function checkService(service: NewService, madeOn: CivilDate, today: CivilDate): Result<Served, Refusal> {
  const wrong = (says: string) => refuse({ code: 'service-invalid', says });
  const { manner } = service;
  if (!isManner(manner)) return wrong('请选择送达方式。');
  const doneOn = parseCivilDate(service.doneOn);
  if (doneOn === null) return wrong('请填写送达日期，例如 2026-09-16。');
  if (doneOn < madeOn) return wrong(`送达日期早于文书日期 ${madeOn}，请核对。`);
  if (doneOn > today) return wrong('送达日期还没有到。送达之后再登记。');
  const lacking = lackOf(manner, service);
  return lacking === null ? ok({ manner, doneOn, effectiveOn: servedOn(manner, doneOn) }) : wrong(lacking);
}

function lackOf(manner: ServiceManner, { receiver, witness, proof, consent }: NewService): string | null {
  const has = (text: string) => text.trim() !== '';
  switch (manner) {
    case 'direct':
      return has(receiver) ? null : '直接送达要写收件人（签收的人和身份）。';
    case 'left':
      return has(witness) || has(proof) ? null : '留置送达要写见证人，或者写拍照、录像的编号。';
    case 'post':
      return has(proof) ? null : '邮寄送达要写邮单号；送达日期按回执上的签收日期填。';
    case 'electronic':
      if (!has(consent)) return '电子送达要有当事人签订的确认书，请写确认书编号。';
      return has(proof) ? null : '电子送达要写送到哪里（邮箱、手机号）和系统记录。';
    case 'publication':
      return has(proof) ? null : '公告送达要写公告登在哪里和公告编号。';
  }
}
