import { Command } from 'commander';
import { checkTrail, type Kind } from '#platform/audit/index.ts';
import { withParts } from '../with-parts.ts';
import { witnessPath } from '../wiring.ts';

const KINDS: Readonly<Record<Kind, string>> = {
  changed: '内容被改动',
  missing: '记录被删除',
  inserted: '记录是后来插入的',
  'seal-broken': '封条被破坏',
  'witness-disagrees': '与库外见证不一致',
};

/** `anxin fsck`: makes every seal of the audit trail again and names the first row that is not what it was. */
export function fsckCommand(): Command {
  return new Command('fsck')
    .description('核对审计记录有没有被改动，指出第一条；被动过时退出码为 1')
    .option('--witness <file>', '另一份见证文件，例如存在别处的副本')
    .action(({ witness }: { witness?: string }) =>
      withParts(async ({ store, config }) => {
        const { rows, seals, unsealed, witnessed, bad } = await checkTrail(store, witness ?? witnessPath(config));
        if (bad !== undefined) {
          console.error(
            `审计记录被动过。第一处：第 ${bad.seq} 条，${KINDS[bad.kind]}（第 ${bad.seal} 批封条）。此前 ${rows} 条完好。请保留现场，报告审计部门。`,
          );
          return 1;
        }
        console.log(`审计记录完好：${rows} 条、${seals} 批封条逐条核对一致，另有 ${unsealed} 条刚写入、尚未封存。`);
        if (witnessed === undefined) console.log('没有找到见证文件，只能证明链内一致；请用 --witness 指定存在别处的副本再核对一次。');
        else if (witnessed < seals) console.log(`见证文件落后 ${seals - witnessed} 批，服务运行时会自动补上。`);
        return 0;
      }),
    );
}
