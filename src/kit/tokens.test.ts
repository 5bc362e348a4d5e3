import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function colour(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(css)?.[1];
  if (value === undefined) throw new Error(`no colour --${name}`);
  return value.length === 4 ? value.replaceAll(/[0-9a-f]/g, '$&$&') : value;
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('文字对底色不低于 4.5（WCAG 1.4.3）', () => {
  it.each([
    ['ink', 'ground'],
    ['ink', 'paper'],
    ['muted', 'ground'],
    ['muted', 'paper'],
    ['muted', 'brand-tint'],
    ['brand', 'paper'],
    ['brand', 'ground'],
    ['brand-dark', 'brand-tint'],
    ['paper', 'brand'],
    ['paper', 'red'],
    ['grey-ink', 'grey-tint'],
    ['muted', 'grey-tint'],
    ['red', 'red-tint'],
    ['red', 'paper'],
    ['orange', 'orange-tint'],
    ['orange', 'paper'],
    ['yellow', 'yellow-tint'],
    ['blue', 'blue-tint'],
    ['green', 'green-tint'],
  ])('%s 在 %s 上', (front, back) => expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5));
});

describe('边框、焦点不低于 3（WCAG 1.4.11）', () => {
  it.each([
    ['line-strong', 'paper'],
    ['line-strong', 'ground'],
    ['brand', 'ground'],
    ['ink', 'focus'],
  ])('%s 挨着 %s', (front, back) => expect(contrast(front, back)).toBeGreaterThanOrEqual(3));
});
