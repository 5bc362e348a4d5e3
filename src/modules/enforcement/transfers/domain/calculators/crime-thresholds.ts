import { atLeast } from '#kernel/bounds.ts';
import { type Fen, fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, facts } from '#law/facts.ts';
import { cannotDetermine } from '#law/rule.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { AMOUNT_AT_DEADLINE, type AmountTest, ledgerFact, manyWorkersTest, oneWorkerTest, outOfBounds, readLedger } from '../ledger.ts';
import { ORDER_FACTS, type OrderStanding, standingOfOrder } from '../order.ts';

const form = facts({
  ledger: ledgerFact,
  ...ORDER_FACTS,
  conduct: choice('逃避支付或者有能力支付而不支付（由人认定）', {
    evades: '以转移财产、逃匿等方法逃避支付',
    able: '有能力支付而不支付',
    neither: '都不是',
  }),
});

const ORDERS: Readonly<Record<OrderStanding['kind'], string>> = {
  'no-order': '还没有送达书面的责令支付文书',
  unknown: '不能判断',
  running: '指定期限还没有届满',
  obeyed: '指定期限内已经付清',
  ignored: '指定期限届满仍未付清',
};

/**
 * 数额标准: both amount tests on one ledger, the order beside them, and what is still missing before anybody may speak of a crime. It says which
 * test is met and never that there is, or is no, crime; a place without its two amounts is told so with the nation's bounds.
 */
export const crimeThresholds = calculator({
  code: 'crime-thresholds',
  title: '拒不支付劳动报酬数额核对',
  about: '按逐人欠付明细核对“数额较大”的两项标准，列出移送前还缺的条件和要由人判断的事项。',
  basis: [cite('拒付报酬解释', 3), cite('拒付报酬解释', 4), cite('刑法', 276.1)],
  evidence: 'VF',
  interpretation: AMOUNT_AT_DEADLINE,
  facts: form,
  needs: [
    'crime.one-worker.months',
    'crime.one-worker.amount',
    'crime.one-worker.lowest',
    'crime.one-worker.highest',
    'crime.many-workers.people',
    'crime.many-workers.amount',
    'crime.many-workers.lowest',
    'crime.many-workers.highest',
  ],
  prepare: (setting, params) => {
    const months = params['crime.one-worker.months'];
    const one = params['crime.one-worker.amount'];
    const people = params['crime.many-workers.people'];
    const many = params['crime.many-workers.amount'];
    const wrong = [
      outOfBounds('一名劳动者标准', one, params['crime.one-worker.lowest'], params['crime.one-worker.highest']),
      outOfBounds('十名以上劳动者累计标准', many, params['crime.many-workers.lowest'], params['crime.many-workers.highest']),
    ].filter((says) => says !== null);
    return (given) => {
      if (wrong.length > 0) return cannotDetermine(...wrong);
      const known = form.certain(given, 'ledger');
      if (!known.ok) return known.answer;
      const ledger = readLedger(known.facts.ledger);
      const sheet = new Sheet();
      const first = cite('拒付报酬解释', 3, '(一)');
      const second = cite('拒付报酬解释', 3, '(二)');
      sheet.step('一名劳动者的月数标准', months, 'months', { basis: first });
      sheet.step('一名劳动者的数额标准', one, 'fen', { basis: cite('拒付报酬解释', 3, 2) });
      const longOwed = ledger.balances.filter((row) => row.months !== null && atLeast(row.months, months));
      sheet.step(`被拖欠 ${months} 个月以上的劳动者`, longOwed.length, 'people');
      sheet.step('其中欠付最多一人的数额', mostOf(longOwed.map(({ unpaidFen }) => unpaidFen)), 'fen');
      const oneTest = oneWorkerTest(ledger, months, one);
      sheet.step('月数和数额同时达到的劳动者', oneTest.people, 'people', { basis: first });
      sheet.step('累计计算的人数标准', people, 'people', { basis: second });
      sheet.step('累计的数额标准', many, 'fen', { basis: cite('拒付报酬解释', 3, 2) });
      const manyTest = manyWorkersTest(ledger, people, many);
      sheet.step('仍被拖欠的劳动者', manyTest.people, 'people', { basis: second });
      sheet.step('累计欠付数额', manyTest.amountFen, 'fen', {
        reckoned: '每名劳动者应付未付减去责令支付的期限届满前已付，不足零的按零计，再相加',
        basis: second,
      });
      const order = standingOfOrder(given, setting);
      if ('counted' in order) sheet.day('责令支付期限的最后一日', order.counted, cite('拒付报酬解释', 4, 1));
      const isLarge = oneTest.isMet === true || manyTest.isMet === true;
      if (!isLarge) sheet.note('数额没有达到或者还不能判断，只说明现有明细，不是“没有犯罪”的结论；欠付继续发生的重新核对。');
      else sheet.note('数额达到标准不等于构成犯罪：还须责令支付文书送达后逾期未付，并且逃避支付或者有能力支付而不支付。');
      const isOpen = oneTest.isMet === null || manyTest.isMet === null;
      const amountShort = isLarge || isOpen ? [] : [`一名劳动者满 ${months} 个月且 ${inYuan(one)}以上，或者 ${people} 名以上累计 ${inYuan(many)}以上`];
      const missing = [...new Set([...oneTest.missing, ...manyTest.missing, ...(order.kind === 'unknown' ? order.missing : [])])];
      return sheet.done(
        { label: '一名劳动者标准', value: inWords(oneTest), unit: 'text' },
        { label: '十名以上劳动者标准', value: inWords(manyTest), unit: 'text' },
        { label: '责令支付', value: ORDERS[order.kind], unit: 'text' },
        { label: '还缺的条件', value: listed(amountShort, missingElements(order, given.excused, given.conduct), missing), unit: 'text' },
        { label: '要由人判断', value: questionsFor(order, given.excused, given.conduct), unit: 'text' },
      );
    };
  },
});

function inWords({ isMet }: AmountTest): string {
  if (isMet === null) return '不能判断';
  return isMet ? '达到' : '没有达到';
}

function missingElements(order: OrderStanding, excused: boolean | null, conduct: string | null): readonly string[] {
  const isIgnored = order.kind === 'unknown' || (order.kind === 'ignored' && excused !== true);
  const ignored = isIgnored ? [] : ['责令支付文书送达后，没有正当理由而逾期未付'];
  return conduct === 'neither' ? [...ignored, '逃避支付或者有能力支付而不支付'] : ignored;
}

function listed(...groups: readonly (readonly string[])[]): string {
  return groups.flat().join('；') || '无';
}

function questionsFor(order: OrderStanding, excused: boolean | null, conduct: string | null): string {
  const excuse = order.kind === 'ignored' && excused === null ? ['是否有正当理由未知悉责令支付或者未及时支付'] : [];
  const evades = conduct === null ? ['是否以转移财产、逃匿等方法逃避支付，或者有能力支付而不支付'] : [];
  return listed(excuse, evades);
}

function mostOf(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<bigint>((most, amount) => (amount > most ? amount : most), NO_MONEY));
}
