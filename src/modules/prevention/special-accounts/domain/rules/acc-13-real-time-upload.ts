import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { addHours, dayOf, momentOf } from '#kernel/civil-moment.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, moment, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  data: choice('数据', { attendance: '考勤', payroll: '工资支付情况' }),
  takenAt: moment('考勤采集的时间'),
  payDay: day('发薪日'),
  isUploaded: yesNo('是否已经上传监控预警平台'),
  uploadedAt: moment('上传平台的时间'),
});

/**
 * 实时上传. 「实时上传」 has no number: attendance within hours of the scan, payment within working days of the payday, both parameters. The last
 * minute and the last day are in time.
 */
export const realTimeUpload = matterRule({
  code: 'ACC-13',
  version: 1,
  title: '考勤或者工资数据未及时上传',
  basis: [cite('专户办法', 24)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '办法只说“实时”，按参数掌握：考勤按小时，工资支付情况按发薪日后的工作日。',
  facts: form,
  needs: ['upload.attendance.hours', 'upload.payroll.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'data', 'isUploaded');
    if (!known.ok) return known.answer;
    const { data, isUploaded } = known.facts;
    const uploaded = isUploaded ? form.certain(given, 'uploadedAt') : null;
    if (uploaded?.ok === false) return uploaded.answer;
    const uploadedAt = uploaded?.facts.uploadedAt ?? null;
    const clears = '平台已经收到这批数据';
    if (data === 'payroll') {
      const paid = form.certain(given, 'payDay');
      if (!paid.ok) return paid.answer;
      const late = lateness(
        {
          by: 'general-contractor',
          start: paid.facts.payDay,
          after: '发薪',
          period: workingDays(params['upload.payroll.days']),
          act: '上传工资支付情况',
          done: uploadedAt === null ? 'not-yet' : dayOf(uploadedAt),
          basis: cite('专户办法', 24),
        },
        setting,
      );
      return late === null ? NOTHING : lateFinding([late], { level: 1, clears });
    }
    const taken = form.certain(given, 'takenAt');
    if (!taken.ok) return taken.answer;
    const { takenAt } = taken.facts;
    const due = addHours(takenAt, params['upload.attendance.hours']);
    if (!moreThan(uploadedAt ?? momentOf(setting.on, 0), due)) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: 1,
      says: `施工总承包单位${inChineseDay(dayOf(takenAt), year)}的考勤应当在 ${due} 前上传平台，${uploadedAt === null ? '至今未上传' : `${uploadedAt} 才上传`}`,
      values: [{ label: '上传的最后时刻', value: due, unit: 'moment' }],
      dueOn: dayOf(due),
      duty: 'general-contractor',
      steps: [
        {
          label: '上传的最后时刻',
          value: due,
          unit: 'moment',
          reckoned: `${takenAt} 起 ${params['upload.attendance.hours']} 小时`,
          basis: cite('专户办法', 24),
        },
      ],
      clears,
      rows: [{ kind: 'attendance' }],
    });
  },
});
