export { findPersons, type GivenPunch, type PersonMemory, type PunchAnswer, type PunchOrder, takePunches, type TakenPunches } from './punches.ts';
