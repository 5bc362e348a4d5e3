import { createTransport } from 'nodemailer';
import { textOf } from '../../domain/index.ts';
import type { Adapter } from './adapter.ts';

export interface Email {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is asked for, and `plain` alone does without. */
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly user: string;
  readonly password: string;
  readonly from: string;
}

/** Failures before the letter was handed over; a connection that could not be made names its system call. */
const BEFORE = new Set(['EDNS', 'ENOTFOUND', 'EAUTH', 'ETLS']);

export function email(settings: Email): Adapter {
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'plain',
    ...(settings.user !== '' && { auth: { user: settings.user, pass: settings.password } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // The text is ours; nothing of it names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'email',
    async send({ to, outId, template, values }) {
      try {
        const sent = await transport.sendMail({
          from: settings.from,
          to: { name: '', address: to },
          subject: `安薪：${template.subject}`,
          text: textOf(template, values),
          messageId: `<${outId}@anxin.invalid>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return sent.rejected.length > 0 ? { kind: 'refused', code: 'rejected', cause: '对方邮箱不收' } : { kind: 'accepted', vendorId: null };
      } catch (problem) {
        const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'FAILED';
        const status = problem instanceof Error && 'responseCode' in problem ? Number(problem.responseCode) : 0;
        if (status >= 500) return { kind: 'refused', code: String(status), cause: `邮件服务器不收（${status}）` };
        if (status >= 400) return { kind: 'later', code: String(status), cause: `邮件服务器暂不收（${status}）` };
        const unconnected = problem instanceof Error && 'syscall' in problem && problem.syscall === 'connect';
        if (unconnected || BEFORE.has(code)) return { kind: 'later', code, cause: '连不上邮件服务器' };
        return { kind: 'unknown', cause: `邮件服务器没有答复（${code}）` };
      }
    },
  };
}
