import { addDays, type CivilDate } from '#kernel/civil-date.ts';

/** 送达方式. */
export const SERVICE_MANNERS = { direct: '直接送达', left: '留置送达', post: '邮寄送达', electronic: '电子送达', publication: '公告送达' } as const;

export type ServiceManner = keyof typeof SERVICE_MANNERS;

/** 公告送达: 「自发出公告之日起，经过三十日，即视为送达」(民事诉讼法第九十五条). */
const PUBLICATION_DAYS = 30;

/** The day a service takes effect: the day it was done, 30 days after it was published (the thirtieth day included). */
export function servedOn(manner: ServiceManner, doneOn: CivilDate): CivilDate {
  return manner === 'publication' ? addDays(doneOn, PUBLICATION_DAYS) : doneOn;
}
