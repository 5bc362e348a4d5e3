import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { channelsOf } from '#modules/office/documents/server/index.ts';
import { findProjectPaper, type PaperPorts, type ProjectPaper } from '#modules/prevention/projects/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { depositWords, minimumWage, payDayWords } from './board-fields.ts';

/**
 * The page behind the code on a notice board: large plain words without scripts, for any phone. It shows what the board shows and what
 * the ledger says now, and nothing of any worker.
 */
export function workerPage(ports: PaperPorts): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get<{ Params: { address: string } }>('/s/style.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=86400').send(STYLE),
    );
    app.get<{ Params: { address: string } }>('/s/:address', async (request, reply) => {
      const page = /^[a-z2-9]{20,40}$/.test(request.params.address)
        ? await ports.store.within({ role: 'app_job' }, (tx) => pageOf(tx, request.params.address, ports))
        : undefined;
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
      return page === undefined ? reply.code(404).send(html('没有这个告示牌', NOT_FOUND)) : reply.send(page);
    });
  };
}

async function pageOf(tx: Tx, address: string, ports: PaperPorts): Promise<string | undefined> {
  const [found] = await tx.query<{ project_id: string }>('select project_id from prevention.board_address where address = $1', [address]);
  const project = found === undefined ? undefined : await findProjectPaper(tx, found.project_id);
  if (project === undefined) return undefined;
  const channels = await channelsOf(tx, project.region_code);
  return html(`${project.name} 工资维权信息`, body(project, channels, minimumWage(ports, project.region_code)));
}

function body(project: ProjectPaper, channels: Readonly<Record<string, string>>, minimum: string | null): string {
  const monthly = minimum ?? channels['月最低工资标准'] ?? null;
  const hourly = channels['小时最低工资标准'] ?? null;
  const wage = [monthly === null ? null : `每月 ${monthly} 元`, hourly === null ? null : `每小时 ${hourly} 元`].filter((part) => part !== null).join('，');
  return `<h1>${escaped(project.name)}</h1>
<p class="lead">工资按月足额发到本人银行卡。没拿到工资，先问劳资专管员；解决不了，打下面的电话。</p>
<h2>没拿到工资，找谁</h2>
<dl>
${telephone('劳资专管员', project.wage_officer_name ?? '', project.wage_officer_phone)}
${telephone('劳动保障监察投诉', '', channels['劳动保障监察投诉电话'] ?? '12333')}
${channels['劳动保障监察投诉电话'] === undefined ? '' : telephone('人社服务热线', '', '12333')}
${telephone('公共法律服务（免费咨询、法律援助）', '', channels['公共法律服务热线'] ?? '12348')}
${row('行业主管部门投诉', channels['行业主管部门投诉电话'])}
${row('劳动争议调解仲裁', channels['劳动争议调解仲裁'])}
${row('法律援助', channels['法律援助'])}
</dl>
<h2>工资</h2>
<dl>
${row('发工资的日子', payDayWords(project.pay_day) ?? '按劳动合同约定')}
${row('当地最低工资', wage === '' ? null : wage)}
${row('工资保证金', depositWords(project))}
</dl>
<h2>这个工程是谁的</h2>
<dl>
${row('建设单位', project.owner_name)}
${row('施工总承包单位', project.gc_name)}
${row('分包单位', project.subcontractors.length === 0 ? null : project.subcontractors.join('、'))}
${row('行业主管部门', channels['行业主管部门'])}
</dl>
<p class="small">依据《保障农民工工资支付条例》第三十四条公示。不用登录，不收集您的信息。</p>`;
}

function telephone(label: string, name: string, numbers: string | null): string {
  if (numbers === null || numbers === '') return row(label, name === '' ? null : name);
  const digits = /^[\d\s-]{3,20}$/.test(numbers) ? numbers.replaceAll(/[^\d-]/g, '') : null;
  const shown = digits === null ? escaped(numbers) : `<a href="tel:${digits}">${escaped(numbers)}</a>`;
  return `<dt>${escaped(label)}</dt><dd>${name === '' ? '' : `${escaped(name)} `}${shown}</dd>`;
}

function row(label: string, value: string | null | undefined): string {
  return value === null || value === undefined || value === '' ? '' : `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`;
}

function html(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><link rel="stylesheet" href="/s/style.css"></head>
<body><main>${content}</main></body>
</html>
`;
}

const NOT_FOUND =
  '<h1>没有这个告示牌</h1><p class="lead">请再扫一次告示牌上的二维码。没拿到工资，可以拨打 <a href="tel:12333">12333</a>；免费法律咨询 <a href="tel:12348">12348</a>。</p>';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `body{margin:0;background:#fff;color:#111;font:20px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{max-width:40em;margin:0 auto;padding:20px 16px 40px}
h1{font-size:28px;line-height:1.3;margin:0 0 12px}
h2{font-size:22px;margin:28px 0 8px;border-top:3px solid #111;padding-top:12px}
.lead{margin:0}
dl{margin:0}
dt{font-size:18px;color:#444;margin-top:12px}
dd{margin:0;font-weight:700}
a{color:#0b4f9c;display:inline-block;min-height:44px;line-height:44px;font-size:26px;font-weight:700}
.small{font-size:16px;color:#444;margin-top:28px}
`;
