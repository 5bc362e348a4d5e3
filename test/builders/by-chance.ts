import fc from 'fast-check';

let isInside = false;
fc.configureGlobal({
  beforeEach: () => {
    isInside = true;
  },
  afterEach: () => {
    isInside = false;
  },
});

/** True inside a property: of thousands of chance questions no answer is kept. */
export function isByChance(): boolean {
  return isInside;
}
