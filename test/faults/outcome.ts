import { LONGEST_SECONDS, type Mode } from './faults.ts'

/** What one fault did to the cases that ran meanwhile. */
export interface Outcome {
  readonly system: string
  readonly mode: Mode
  readonly cases: number
  /** Cases that do not end even when nothing fails. */
  readonly endless: number
  /** Messages that met the fault. */
  readonly hits: number
  /** Cases whose applicant was told what is waited for. */
  readonly told: number
  /** Cases that ended as they end when nothing fails. */
  readonly ended: number
  /** Duties that were paid, and how many are when nothing fails. */
  readonly paid: number
  readonly due: number
  readonly lost: number
  /** Cases with other documents than they must have, payments without their receipt. */
  readonly wrongDocuments: number
  /** Orders whose payer was charged otherwise than once, or at all without need. */
  readonly wrongCharges: number
  /** Letters that were not sent in the end. */
  readonly unsentLetters: number
  /** From the end of the fault to the end of the last case. */
  readonly recoverySeconds: number
}

/** How a case ended. */
export interface Ended {
  /** `at <action>` for one that waits for an official, and has gone as far as the systems take it. */
  readonly status: string
  /** Kinds of its documents. */
  readonly documents: readonly string[]
  /** Kinds of documents that its regulation issues as a result. */
  readonly results: readonly string[]
}

const WITHOUT_RESULT = ['refused', 'expired', 'withdrawn']

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()

/**
 * Whether a case has other documents than it must have: one twice, none at its end, a result though it was refused, or others than
 * when nothing fails and it ends alike.
 */
export function hasWrongDocuments(
  { status, documents, results }: Ended,
  quiet: Pick<Ended, 'status' | 'documents'>,
): boolean {
  if (new Set(documents).size < documents.length) return true
  if (status === 'finished' && documents.length === 0) return true
  if (WITHOUT_RESULT.includes(status) && documents.some((kind) => results.includes(kind)))
    return true
  return status === quiet.status && !same(documents, quiet.documents)
}

/** Letters come late when their server is down, and no page waits for them: nobody can be told. */
const UNSEEN: readonly string[] = ['mail']

/** No answer that can be believed: whoever needs one is held up, and must be told. */
const SILENT: readonly Mode[] = ['down', 'wrong', 'misshapen']

const canBeTold = ({ system, mode }: Outcome): boolean =>
  SILENT.includes(mode) && !UNSEEN.includes(system)

/** Whether the fault was met, told of and overcome. */
export const isWell = (row: Outcome): boolean =>
  row.endless === 0 &&
  row.hits > 0 &&
  (row.told > 0 || !canBeTold(row)) &&
  row.paid === row.due &&
  (row.paid > 0 || row.system !== 'bank') &&
  row.ended === row.cases &&
  row.lost + row.wrongDocuments + row.wrongCharges + row.unsentLetters === 0

export const allWell = (rows: readonly Outcome[]): boolean => rows.every(isWell)

const WORDS: Readonly<Record<Mode, string>> = {
  down: 'no answer',
  slow: 'late answers',
  wrong: 'damaged answers',
  misshapen: 'answers of another shape',
  twice: 'delivered twice',
}

const toldOf = ({ system, told }: Outcome): string => (UNSEEN.includes(system) ? '–' : String(told))

const line = (row: Outcome): string =>
  `| ${row.system} | ${WORDS[row.mode]} | ${row.hits} | ${toldOf(row)} | ${row.ended} of ${row.cases} | ${row.paid} | ${row.lost} | ${row.wrongDocuments} | ${row.wrongCharges} | ${row.unsentLetters} | ${row.recoverySeconds} | ${isWell(row) ? 'yes' : '**no**'} |`

const ways = (quiet: Readonly<Record<string, number>>): string =>
  Object.entries(quiet)
    .map(([way, count]) => `${way} ${count}`)
    .join(', ')

/** Together what is of one system, in the order in which the systems came. */
function bySystem(rows: readonly Outcome[]): readonly Outcome[] {
  const systems = [...new Set(rows.map(({ system }) => system))]
  return systems.flatMap((system) => rows.filter((row) => row.system === system))
}

/** docs/faults.md. */
export const faultsPage = (run: {
  readonly day: string
  /** How many cases of each service end how when nothing fails. */
  readonly quiet: Readonly<Record<string, number>>
  readonly standsSeconds: number
  readonly rows: readonly Outcome[]
}): string => `# Faults

Each system beside the portal fails in each way while people order services; then it recovers. Made by \`npm run faults -- --json\` (\`test/faults\`), which starts a whole platform and puts
itself between its parts: between gateway and registries, before the authority, and as a proxy on the sockets of the bank (both ways) and of the mail server. Nothing in the platform knows of it.

Run of ${run.day}: ${run.rows[0]?.cases ?? 0} cases a fault; a fault stands for ${run.standsSeconds} s, and until some messages have met it (${LONGEST_SECONDS} s at most). When nothing fails, which is
tried first, they end so: ${ways(run.quiet)}. People act for themselves, for firms that they head, by powers of attorney, and two together; \`at\` names the step of an official at which a case is left.

- **met it**: messages that met the fault. **told**: cases whose page named the system that is waited for, or whose applicant met a coded refusal such as \`PAYMENT_BANK_DOWN\` or
  \`REPRESENTATION_REGISTER_DOWN\` and tried again. A case that was not held up has nothing to tell; when a system gives no answer that can be believed, somebody must be told. No page waits for a letter: of the mail server
  nobody is told.
- **ended**: as the same cases end when nothing fails. **paid**: duties that were paid on the way. **lost**: still open four minutes after the recovery.
- **documents**: cases with other documents than when nothing fails, with one twice, or with a result though they were refused; payments without their one receipt. **charges**: orders whose payer was
  charged otherwise than once (payments less refunds in the bank's own book). **letters**: not sent in the end. **recovery**: seconds from the end of the fault to the end of the last case.
- **well**: the fault was met and told of, every case ended, also when nothing fails, all duties were paid, at the bank some, and nothing is lost or wrong.
- Damaged answers have one bit turned over. Answers of another shape lack a member that the registry's contract promises, and are signed by the registry all the same. For the mail server: nonsense for a greeting, and, as “delivered twice”, the acknowledgement of a letter is lost, so that the letter is sent again.

| system | fault | met it | told | ended | paid | lost | documents | charges | letters | recovery, s | well |
|---|---|---|---|---|---|---|---|---|---|---|---|
${bySystem(run.rows).map(line).join('\n')}
`
