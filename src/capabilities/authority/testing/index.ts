export { createTestAuthority, testIin, testBin, type TestCountry } from './test-country.ts'
