import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { faceNotSoleWay } from './ctr-12-face-not-sole-way.ts';

const faces = { usedOn: '2026-03-01', hasOtherWay: false };

describe('《人脸识别技术应用安全管理办法》第十条「存在其他非人脸识别技术方式的，不得将人脸识别技术作为唯一验证方式」', () => {
  it.each([
    { why: 'only by face', facts: faces, expected: 2 },
    { why: 'another way too', facts: { ...faces, hasOtherWay: true }, expected: 'none' },
    { why: 'not by face', facts: { ...faces, usedOn: 'not-yet' }, expected: 'none' },
    { why: 'the day before the measures', facts: { ...faces, usedOn: '2024-01-01' }, on: '2025-05-31', expected: 'none' },
    { why: 'their first day', facts: { ...faces, usedOn: '2024-01-01' }, on: '2025-06-01', expected: 2 },
    { why: 'other way unknown', facts: { ...faces, hasOtherWay: null }, expected: 'cannot-determine' },
    { why: 'use unknown', facts: { hasOtherWay: false }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(faceNotSoleWay, row));

  it('says so', () => {
    expect(matterFinding(faceNotSoleWay, faces)).toMatchObject({ says: '施工总承包单位自3月1日起只能刷脸考勤，没有提供其他方式', dueOn: '2026-03-01' });
    expect(matterFinding(faceNotSoleWay, { ...faces, usedOn: '2024-01-01' }).dueOn).toBe('2025-06-01');
  });
});
