export { accountNoticeFields } from './notice-fields.ts';
