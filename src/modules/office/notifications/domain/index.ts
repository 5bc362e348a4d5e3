export { CHANNELS, isChannel, maskAddress, PERSONAL_CHANNELS, WANTED_KINDS } from './channels.ts';
export { templateFaults } from './check-templates.ts';
export { shownText, type Slot, type Template, TEMPLATES, textOf, type Values, valueOf } from './templates.ts';
export { firstTry, nextTry, outsideQuiet, startOfDay, tomorrow } from './timing.ts';
export type {
  Channel,
  ContactChange,
  ContactView,
  MessageKind,
  MessageRow,
  MessageState,
  NoticeEvent,
  NoticePage,
  NoticeRow,
  Outbox,
  PersonalChannel,
  WantedKind,
} from './wire.ts';
