export { dutyAmount, type DutyShare } from './duty-amount.ts'
export { type MrpPurpose, type MrpRate, type MrpRates, mrpOn } from './mrp-on.ts'
export { parseMrp } from './parse-mrp.ts'
