export { depositNoticeFields } from './notice-fields.ts';
