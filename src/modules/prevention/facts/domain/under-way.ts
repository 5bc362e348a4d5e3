import type { CivilDate } from '#kernel/civil-date.ts';
import type { ProjectFacts } from './types.ts';

type Course = Pick<ProjectFacts, 'state' | 'startedOn' | 'finishedOn' | 'pausedFrom' | 'pausedUntil'>;

/** 在建且未停工: work is on, so the duties that go with work bind. A pause without an end lasts. */
export function isUnderWay(course: Course, on: CivilDate): boolean {
  if (course.state !== 'building' || (course.startedOn !== null && course.startedOn > on)) return false;
  if (course.finishedOn !== null && course.finishedOn <= on) return false;
  return !isPaused(course, on);
}

/** 停工 on a day, the first and the last day of the pause included. */
export function isPaused(course: Pick<Course, 'pausedFrom' | 'pausedUntil'>, on: CivilDate): boolean {
  return course.pausedFrom !== null && course.pausedFrom <= on && (course.pausedUntil === null || on <= course.pausedUntil);
}
