export { type BankOptions, type BankServer, createBank } from './create-bank.tsx'
export { bankSchema } from './schema.ts'
export { openTestCards, parseTestCards, type TestCard } from './test-cards.ts'
