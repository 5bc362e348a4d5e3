import { workingCalendar } from './working-calendar.ts';
import { year2020 } from './year-2020.ts';
import { year2021 } from './year-2021.ts';
import { year2022 } from './year-2022.ts';
import { year2023 } from './year-2023.ts';
import { year2024 } from './year-2024.ts';
import { year2025 } from './year-2025.ts';
import { year2026 } from './year-2026.ts';

export {
  type Deadline,
  deadline,
  months,
  naturalDays,
  onOrAfterWorkingDay,
  type Period,
  payDate,
  type Roll,
  workingDays,
  workingDaysBetween,
} from './deadline.ts';
export { unusualDays } from './explain.ts';
export { type Limit, limitEnds } from './limit.ts';
export { festivalBreakAround, springFestivalAfter } from './spring-festival.ts';
export { type CalendarYear, type DayKind, type OvertimeKind, type WorkingCalendar, unpublishedYear, workingCalendar } from './working-calendar.ts';

/** 全国工作日历: the years whose notice is published and held, 2020-2026. */
export const nationalCalendar = workingCalendar([year2020, year2021, year2022, year2023, year2024, year2025, year2026]);
