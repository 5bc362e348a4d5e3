import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../civil-date.ts';
import {
  bornOn,
  checkCharacter,
  creditCheckCharacter,
  identityAgeOn,
  isMale,
  isOrganisationCodeSound,
  luhnDigit,
  maskIdentityNumber,
  readBankCard,
  readCreditCode,
  readIdentityNumber,
  tailOfCard,
} from './index.ts';

// The example printed in GB 11643-1999.
const SAMPLE = '11010519491231002X';
const withCheck = (seventeen: string) => seventeen + checkCharacter(seventeen);

describe('GB 11643: 公民身份号码', () => {
  it.each([SAMPLE, '11010519491231002x', ' 110105 19491231 002X ', '１１０１０５１９４９１２３１００２Ｘ'])('reads %s', (text) => {
    const read = readIdentityNumber(text);
    if (!read.ok) throw new Error(read.fault);
    expect(read.number).toBe(SAMPLE);
    expect(bornOn(read.number)).toBe('1949-12-31');
    expect(isMale(read.number)).toBe(false);
    expect(identityAgeOn(read.number, civilDate('2026-12-30'))).toBe(76);
  });

  it.each([
    ['', 'empty'],
    ['4.50102E+17', 'damaged-by-spreadsheet'],
    ['450102199001010000', 'damaged-by-spreadsheet'],
    ['1101051949123100', 'wrong-length'],
    ['11010519491231002Y', 'wrong-character'],
    ['110105194912310021', 'wrong-check-digit'],
    [withCheck('11010519490231002'), 'no-such-birth-date'],
    ['X1010519491231002X', 'wrong-character'],
    ['4E17', 'damaged-by-spreadsheet'],
    ['4.5E17', 'damaged-by-spreadsheet'],
    ['14.5E+17', 'wrong-character'],
    ['4.5E+17元', 'wrong-character'],
    ['A11010519491231002', 'wrong-character'],
    ['1101051949123100X2', 'wrong-character'],
    ['11010519491231X', 'wrong-character'],
    ['1101051949123X', 'wrong-length'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readIdentityNumber(text)).toEqual({ ok: false, fault });
  });

  it('says of 18 characters that they are, and whether the 17th is odd', () => {
    expect(readIdentityNumber(SAMPLE)).toEqual({ ok: true, number: SAMPLE, fromFifteen: false });
    const sexes = ['001', '002', '007', '008'].map((order) => {
      const read = readIdentityNumber(withCheck(`11010519491231${order}`));
      return read.ok && isMale(read.number);
    });
    expect(sexes).toEqual([true, false, true, false]);
  });

  it('takes the 15 digits of before 1999 into the 1900s', () => {
    expect(readIdentityNumber('110105491231002')).toEqual({ ok: true, number: SAMPLE, fromFifteen: true });
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    const digits = fc.tuple(fc.integer({ min: 100_000, max: 899_999 }), fc.integer({ min: 1950, max: 2010 }), fc.integer({ min: 100, max: 999 }));
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ([place, year, order], at, by) => {
        const sound = withCheck(`${place}${year}0615${order}`);
        const wrong = sound.slice(0, at) + String((Number(sound[at]) + by) % 10) + sound.slice(at + 1);
        expect(readIdentityNumber(sound).ok).toBe(true);
        expect(readIdentityNumber(wrong).ok).toBe(false);
        const swapped = at < 16 ? sound.slice(0, at) + sound.charAt(at + 1) + sound.charAt(at) + sound.slice(at + 2) : sound;
        expect(readIdentityNumber(swapped).ok).toBe(swapped === sound);
      }),
    );
  });

  it('shows 前2后3', () => {
    expect(maskIdentityNumber(SAMPLE)).toBe('11*************02X');
    expect(maskIdentityNumber('12')).toBe('**');
    expect(maskIdentityNumber('12345')).toBe('*****');
    expect(maskIdentityNumber('123456')).toBe('12*456');
  });
});

describe('GB 32100: 统一社会信用代码', () => {
  // Two public registers: Tencent and Huawei.
  it.each(['9144030071526726XG', '914403001922038216'])('reads %s', (code) => {
    expect(readCreditCode(code)).toEqual({ ok: true, code, organisationCodeSound: true });
  });

  it.each([
    ['', 'empty'],
    ['91440300192203821', 'wrong-length'],
    ['91440300192203821I', 'wrong-character'],
    ['914403001922038217', 'wrong-check-character'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readCreditCode(text)).toEqual({ ok: false, fault });
  });

  it('GB 11714: modulo 11, ten is X and eleven is 0', () => {
    expect(['000000000', '00000000X', '000000019', '10000000X'].map(isOrganisationCodeSound)).toEqual([true, false, true, false]);
  });

  it('only warns when the organisation code inside fails', () => {
    const first = '91440300192203820';
    expect(readCreditCode(first + creditCheckCharacter(first))).toMatchObject({ ok: true, organisationCodeSound: false });
  });
});

describe('bank cards by Luhn', () => {
  it.each([
    ['6222 0200 0000 0000 007', undefined],
    ['6222020000000000008', 'wrong-check-digit'],
    ['6.22202E+18', 'damaged-by-spreadsheet'],
    ['6222021001110000000', 'damaged-by-spreadsheet'],
    ['622202', 'wrong-length'],
    ['6222o2000000000', 'wrong-character'],
    ['', 'empty'],
  ])('%s', (text, fault) => {
    const digits = text.replaceAll(' ', '');
    const sound = `${digits.slice(0, -1)}${luhnDigit(digits.slice(0, -1))}`;
    expect(fault === undefined ? readBankCard(sound) : readBankCard(text)).toEqual(fault === undefined ? { ok: true, card: sound } : { ok: false, fault });
  });

  it.each([
    ['6E18', 'damaged-by-spreadsheet'],
    ['6.2e18', 'damaged-by-spreadsheet'],
    ['6.2E+18元', 'wrong-character'],
    ['16.2E+18', 'wrong-character'],
    ['622202000000', 'wrong-length'],
    ['62220200000000000000', 'wrong-length'],
    // 15 digits kept and one zero written; one digit kept behind them; nothing lost at all.
    ['6222020011100000', 'damaged-by-spreadsheet'],
    ['6222021001110000010', 'wrong-check-digit'],
    ['622202100111001', 'wrong-check-digit'],
  ])('%s is refused: %s', (text, fault) => expect(readBankCard(text)).toEqual({ ok: false, fault }));

  it.each([12, 18])('takes %i digits and a check digit: 13 to 19 in all', (length) => {
    const digits = '622202000000000000'.slice(0, length);
    expect(readBankCard(digits + luhnDigit(digits))).toMatchObject({ ok: true });
  });

  it('knows a published example of the algorithm', () => {
    expect([0, 1, 4, 5, 9].map((digit) => luhnDigit(String(digit)))).toEqual(['0', '8', '2', '9', '1']);
    expect(luhnDigit('7992739871')).toBe('3');
    expect(tailOfCard('6222020000000001234')).toBe('1234');
  });
});
