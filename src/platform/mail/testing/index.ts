export { type TestMailServer, testMailServer, textOfLetter } from './test-mail-server.ts'
