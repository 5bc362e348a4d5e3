import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { channels } from './pub-03-channels.ts';

const published = { published: '2026-03-30', onPortal: true, inMedia: true } as const;

describe('社会公布办法第七条: 门户网站公布，并在本行政区域主要报刊、电视等媒体予以公布', () => {
  it.each([
    { why: 'both', facts: published, expected: 'none' },
    { why: 'the portal only', facts: { ...published, inMedia: false }, expected: 1 },
    { why: 'the media only', facts: { ...published, onPortal: false }, expected: 1 },
    { why: 'not published', facts: { published: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of the media', facts: { ...published, inMedia: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(channels, row));

  it('names what is missing', () => {
    expect(matterFinding(channels, { ...published, inMedia: false }).says).toBe('3月30日公布的重大劳动保障违法行为没有在主要报刊、电视等媒体公布');
  });
});
