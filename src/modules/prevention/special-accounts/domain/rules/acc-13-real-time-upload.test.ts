import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { realTimeUpload } from './acc-13-real-time-upload.ts';

const scan = { data: 'attendance', takenAt: '2026-03-02 07:30', isUploaded: false };
const pay = { data: 'payroll', payDay: '2026-02-13', isUploaded: false };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第二十四条（大意）: 各方应当将考勤、工资支付表和支付等信息实时上传', () => {
  it.each([
    { why: 'uploaded in the last minute', facts: { ...scan, isUploaded: true, uploadedAt: '2026-03-03 07:30' }, expected: 'none' },
    { why: 'a minute later', facts: { ...scan, isUploaded: true, uploadedAt: '2026-03-03 07:31' }, expected: 1 },
    { why: 'not uploaded, the day still runs', facts: scan, on: '2026-03-03', expected: 'none' },
    { why: 'not uploaded, the day after', facts: scan, on: '2026-03-04', expected: 1 },
    { why: 'uploaded, but nobody knows when', facts: { ...scan, isUploaded: true }, expected: 'cannot-determine' },
    { why: 'time of the scan unknown', facts: { data: 'attendance', isUploaded: false }, expected: 'cannot-determine' },
    { why: 'payroll: the third working day lies after 春节, a make-up Saturday counted', facts: pay, on: '2026-02-25', expected: 'none' },
    { why: 'payroll: the day after it', facts: pay, on: '2026-02-26', expected: 1 },
    { why: 'payroll: uploaded on the last day', facts: { ...pay, isUploaded: true, uploadedAt: '2026-02-25 23:59' }, expected: 'none' },
    { why: 'payroll: uploaded a day late', facts: { ...pay, isUploaded: true, uploadedAt: '2026-02-26 00:00' }, expected: 1 },
    { why: 'payday unknown', facts: { ...pay, payDay: null }, expected: 'cannot-determine' },
    { why: 'nobody says which data', facts: { isUploaded: false }, expected: 'cannot-determine' },
    { why: 'nobody knows whether uploaded', facts: { ...scan, isUploaded: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(realTimeUpload, row));

  it('names the last moment', () => {
    expect(matterFinding(realTimeUpload, scan, '2026-03-05')).toMatchObject({
      says: '施工总承包单位3月2日的考勤应当在 2026-03-03 07:30 前上传平台，至今未上传',
      dueOn: '2026-03-03',
      duty: 'general-contractor',
    });
    expect(matterFinding(realTimeUpload, pay, '2026-03-02')).toMatchObject({ dueOn: '2026-02-25' });
  });
});
